/* Writes XML: elements with attributes and children, text escaped. It reads none. */
export interface Element {
  readonly name: string
  readonly attributes: { readonly [name: string]: string | undefined }
  readonly children: readonly (Element | string)[]
}

export const element = (name: string, attributes: Element['attributes'] = {}, children: Element['children'] = []): Element => ({
  name,
  attributes,
  children,
})

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}
const escapeText = (value: string): string => value.replaceAll(/[&<>\r]/g, (found) => ESCAPES[found] ?? found)
const escapeAttribute = (value: string): string => value.replaceAll(/[&<>"\n\r\t]/g, (found) => ESCAPES[found] ?? found)

export function writeXml(part: Element | string): string {
  if (typeof part === 'string') return escapeText(part)
  const attributes = Object.entries(part.attributes).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`,
  )
  const open = `<${part.name}${attributes.join('')}`
  return part.children.length === 0 ? `${open}/>` : `${open}>${part.children.map(writeXml).join('')}</${part.name}>`
}

/** What XML 1.0 cannot hold at all, escaped or not. */
export const hasForbiddenCharacter = (value: string): boolean =>
  !value.isWellFormed() || [...value].some((character) => isForbidden(character.codePointAt(0) ?? 0))

const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffe || code === 0xffff
