package dev.inkling.app.endpoint;

import java.net.URI;
import java.util.Optional;

/// The request that the window sends, as others would write it: to be copied, and to be run where a
/// `drawing.png` lies.
public enum RequestCode {
  CURL(
      """
      curl -F file=@drawing.png%3$s '%1$s%2$s'
      """,
      " \\\n  -H 'Authorization: Bearer %s'"),
  PYTHON(
      """
      import requests

      with open("drawing.png", "rb") as picture:
          answer = requests.post(
              "%1$s%2$s",
              files={"file": picture},%3$s
          )
      answer.raise_for_status()
      print(answer.json()["digit"])
      """,
      "\n        headers={\"Authorization\": \"Bearer %s\"},"),
  JAVASCRIPT(
      """
      import { readFile } from "node:fs/promises";

      const form = new FormData();
      form.append("file", new Blob([await readFile("drawing.png")]));
      const answer = await fetch("%1$s%2$s", {
        method: "POST",
        body: form,%3$s
      });
      console.log((await answer.json()).digit);
      """,
      "\n  headers: { Authorization: \"Bearer %s\" },");

  private final String code;
  private final String header;

  RequestCode(String code, String header) {
    this.code = code;
    this.header = header;
  }

  /// The code, ready to run.
  ///
  /// @param server its root, without a path
  /// @param path with its query
  /// @param token that the server wants to see
  String of(URI server, String path, Optional<String> token) {
    return code.formatted(server, path, token.map(header::formatted).orElse("")).strip();
  }
}
