/** Menus and tooltips belong to the page's main landmark; before there is one, to the document. */
export function portalHome(): HTMLElement {
  return document.querySelector('main') ?? document.body;
}

/** What stands under the page instead of over it: the page gives up as much room. */
export function stageFoot(): HTMLElement {
  return document.querySelector<HTMLElement>('[data-stage-foot]') ?? document.body;
}
