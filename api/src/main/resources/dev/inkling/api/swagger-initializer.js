window.onload = () => {
  // Who scanned the window's code brings the token behind the '#', which no server gets to see. It
  // leaves the address at once, so that it is neither copied nor kept with it.
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token) {
    history.replaceState(null, "", location.pathname);
  }
  window.ui = SwaggerUIBundle({
    url: "/openapi",
    dom_id: "#swagger-ui",
    deepLinking: true,
    tryItOutEnabled: true,
    // No badge from a validator on the internet.
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
    onComplete: () => {
      if (token) {
        window.ui.preauthorizeApiKey("token", token);
      }
    },
  });
};
