/* A small tree that becomes XML; every text and attribute is escaped, and what XML cannot hold is left out. */
import { escaped } from '../../kernel/office-zip.ts'

export interface XmlNode {
  readonly name: string
  readonly facts: { readonly [name: string]: string }
  readonly inside: readonly (XmlNode | string)[]
}
export const node = (name: string, facts: XmlNode['facts'], inside: XmlNode['inside']): XmlNode => ({ name, facts, inside })

export function xmlText({ name, facts, inside }: XmlNode): string {
  const attributes = Object.entries(facts)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')
  const body = inside.map((one) => (typeof one === 'string' ? escaped(one) : xmlText(one))).join('')
  return body === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${body}</${name}>`
}
