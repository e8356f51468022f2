window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: "/openapi",
    dom_id: "#swagger-ui",
    deepLinking: true,
    tryItOutEnabled: true,
    // No badge from a validator on the internet.
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
  });
};
