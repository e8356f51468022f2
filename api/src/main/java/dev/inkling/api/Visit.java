package dev.inkling.api;

import java.net.InetSocketAddress;
import java.util.List;

/// What a request says of where it comes from; its body is still unread.
///
/// @param hosts the values of `Host`
/// @param origins the values of `Origin`
/// @param fetchSites the values of `Sec-Fetch-Site`, which browsers add and pages can't
/// @param authorizations the values of `Authorization`
/// @param preflight whether a browser asks if a page may send the request at all
/// @param arrivedAt the end of the connection that is ours
record Visit(
    String method,
    String path,
    List<String> hosts,
    List<String> origins,
    List<String> fetchSites,
    List<String> authorizations,
    boolean preflight,
    InetSocketAddress arrivedAt) {}
