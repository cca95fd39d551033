/* XML as the runner reads it: elements and text. The parser is strict; what is not XML is a problem of the form, not a fault. */
import { XmlElement as Parsed, XmlText, parseXml } from '@rgrove/parse-xml'
import { FormProblem, type XmlElement } from '../../domain/run/tree.ts'

export function readXml(text: string): XmlElement {
  try {
    const { root } = parseXml(text)
    if (root === null) throw new FormProblem('XML')
    return plain(root)
  } catch (error) {
    throw error instanceof FormProblem ? error : new FormProblem(error instanceof Error ? (error.message.split('\n')[0] ?? 'XML') : 'XML')
  }
}
const plain = ({ name, attributes, children }: Parsed): XmlElement => ({
  name,
  attributes,
  children: children.flatMap((one): readonly (XmlElement | string)[] =>
    one instanceof Parsed ? [plain(one)] : one instanceof XmlText ? [one.text] : [],
  ),
})
