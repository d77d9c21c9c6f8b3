window.onload = function () {
  window.ui = SwaggerUIBundle({
    url: "/api/v1/openapi",
    dom_id: "#swagger-ui",
    deepLinking: true,
    tagsSorter: "alpha",
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: "BaseLayout",
  });
};
