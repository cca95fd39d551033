/*
From a finished form to the register: photographs first, by the hash of their bytes, then the answers that name them. The command
keeps its id until it is answered and the record its own, so that sending twice after a lost connection keeps one.
*/
import { command, sendFile } from '../../../../app/api.ts'
import type { DocumentRef } from '../../../documents/contract.ts'
import type { FormVersionRef } from '../../../forms/contract.ts'

export interface FormToSend {
  readonly inspection: string
  readonly by: string
  readonly form: FormVersionRef
  readonly instance: string
  readonly xml: string
  readonly files: readonly { readonly name: string; readonly blob: Blob }[]
}

/** `told` hears how many photographs have gone. */
export async function sendForm({ inspection, by, form, instance, xml, files }: FormToSend, told: (done: number) => void): Promise<void> {
  const sent: { readonly name: string; readonly file: DocumentRef }[] = []
  for (const { name, blob } of files) {
    const { file } = await sendFile<{ readonly file: DocumentRef }>('/api/files', blob)
    sent.push({ name, file })
    told(sent.length)
  }
  await command(`/api/inspections/${inspection}/answers`, { by, form, instance, xml, files: sent })
}

/** Names the draft of one member on this device. The version belongs to it: a draft of an old one stays what it is. */
export const draftKeyOf = (inspection: string, by: string, form: FormVersionRef): string =>
  `${inspection}.${by}.${form.form}.${form.version}`

/** An earlier record to go on from: the same answers under a new id, because what was sent is never changed. */
export const asNewRecord = (xml: string): string => xml.replace(/(<(?:\w+:)?instanceID>)[^<]*(<\/)/, '$1$2')
