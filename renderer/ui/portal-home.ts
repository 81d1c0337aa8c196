/** Menus and tooltips belong to the page's main landmark; before there is one, to the document. */
export function portalHome(): HTMLElement {
  return document.querySelector('main') ?? document.body;
}
