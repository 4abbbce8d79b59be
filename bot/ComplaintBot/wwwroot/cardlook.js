// How Adaptive Cards are drawn: Web Chat's own settings know the colours of a light page only.
(() => {
  'use strict';

  const { look } = window.customerPage;

  /** Texts of every colour on one background. */
  function container(colours, backgroundColor) {
    const text = (strong, subtle = strong) => ({ default: strong, subtle });
    return {
      backgroundColor,
      foregroundColors: {
        default: text(colours.text, colours.subtle),
        dark: text(colours.text, colours.subtle),
        light: text(colours.subtle),
        accent: text(colours.accent),
        good: text(colours.good),
        warning: text(colours.warning),
        attention: text(colours.bad),
      },
    };
  }

  /** Adaptive Cards' host config for the look that the visitor's system asks for. */
  function hostConfig() {
    const colours = look.colours();
    return {
      containerStyles: {
        default: container(colours),
        emphasis: container(colours, colours.hover),
        accent: container(colours, colours.accentBack),
        good: container(colours, colours.goodBack),
        warning: container(colours, colours.warningBack),
        attention: container(colours, colours.badBack),
      },
      supportsInteractivity: true,
      fontFamily: look.fonts,
      imageSizes: { small: 40, medium: 80, large: 160 },
      imageSet: { imageSize: 'medium', maxImageHeight: 100 },
      separator: { lineThickness: 1, lineColor: colours.line },
      actions: {
        actionAlignment: 'stretch',
        actionsOrientation: 'vertical',
        buttonSpacing: 8,
        maxActions: 100,
        showCard: { actionMode: 'inline', inlineTopMargin: 8 },
        spacing: 'default',
      },
      adaptiveCard: { allowCustomStyle: false },
      factSet: {
        title: { color: 'default', size: 'default', isSubtle: false, weight: 'bolder', wrap: true, maxWidth: 150 },
        value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
        spacing: 8,
      },
      textBlock: { headingLevel: 2 },
    };
  }

  look.hostConfig = hostConfig;
})();
