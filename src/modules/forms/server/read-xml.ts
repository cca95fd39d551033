/*
Reads XML that somebody sent, strictly: no DOCTYPE, no entities but the five of XML, a bounded size and depth. What is asked of it afterwards
is a plain tree without any way back to the text.
*/
import { type XmlElement, XmlError, parseXml } from '@rgrove/parse-xml'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { XmlNode } from '../domain/submission.ts'

const MOST_DEPTH = 24
const MOST_ELEMENTS = 40_000

/** `most` is in characters. */
export function readXml(xml: string, most: number): Outcome<XmlNode> {
  if (xml.length > most) return refused('xml-too-large', { most: Math.floor(most / 1000) })
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return refused('xml-with-doctype')
  if (tooDeep(xml)) return refused('xml-too-deep')
  try {
    const { root } = parseXml(xml)
    return root === null ? refused('xml-not-understood', { line: 1 }) : accepted(nodeOf(root))
  } catch (error) {
    if (error instanceof XmlError) return refused('xml-not-understood', { line: error.line })
    // Names that begin with another letter than those counted above lead as deep.
    if (error instanceof RangeError) return refused('xml-too-deep')
    throw error
  }
}

/**
 * Looked at before the parser is asked, which goes down as deep as it is led. A tag ends before the next `<`: looking on to the end of
 * the text from every one of them would take minutes of one request.
 */
function tooDeep(xml: string): boolean {
  let depth = 0
  let elements = 0
  for (const [tag] of xml.matchAll(/<[/A-Za-z_][^<>]*>/g)) {
    if (tag.startsWith('</')) depth--
    else {
      elements++
      if (!tag.endsWith('/>')) depth++
    }
    if (depth > MOST_DEPTH || elements > MOST_ELEMENTS) return true
  }
  return false
}

const isElement = (node: { readonly type: string }): node is XmlElement => node.type === 'element'

function nodeOf(element: XmlElement): XmlNode {
  const children = element.children.filter((child) => isElement(child)).map(nodeOf)
  return { name: element.name, attributes: { ...element.attributes }, children, text: children.length === 0 ? element.text : '' }
}
