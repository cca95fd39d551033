/* What stands in the answers of a form, read on the telephone by the same reader as on the server: for modules that show unsent answers. */
import { XmlElement, XmlError, parseXml } from '@rgrove/parse-xml'
import { type Outcome, refused } from '../../kernel/outcome.ts'
import type { FormValue, FormVersionRef } from '../../modules/forms/contract.ts'
import { type XmlNode, readAnswers } from '../../modules/forms/domain/submission.ts'

export function formValues(
  form: FormVersionRef,
  { xform, xml }: { readonly xform: string; readonly xml: string },
): Outcome<readonly FormValue[]> {
  const [asked, answered] = [treeOf(xform), treeOf(xml)]
  return asked === null || answered === null
    ? refused('form-damaged', { form: form.form, version: form.version })
    : readAnswers(form, asked, answered)
}

function treeOf(text: string): XmlNode | null {
  try {
    const { root } = parseXml(text)
    return root === null ? null : nodeOf(root)
  } catch (error) {
    if (error instanceof XmlError) return null
    throw error
  }
}
function nodeOf({ name, attributes, children, text }: XmlElement): XmlNode {
  const below = children.filter((child) => child instanceof XmlElement).map(nodeOf)
  return { name, attributes: { ...attributes }, children: below, text: below.length === 0 ? text : '' }
}
