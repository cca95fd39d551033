/*
From a finished form to the register: photographs first, by the hash of their bytes, then the answers that name them. The command
keeps its id until it is answered and the record its own, so that sending twice after a lost connection keeps one.
*/
import { type Receipt, command, sendFile } from '../../../../app/api.ts'
import type { Consumed } from '../../../../app/answer.ts'
import { fieldHand } from '../../../../app/device.ts'
import type { DocumentRef } from '../../../documents/contract.ts'
import type { FormVersionRef } from '../../../forms/contract.ts'
import type { EvidenceSignal } from '../../domain/missions/inspection-words.ts'
import type { Amends } from './amending.ts'

export interface FormToSend {
  readonly inspection: string
  readonly by: string
  readonly form: FormVersionRef
  readonly instance: string
  readonly xml: string
  readonly files: readonly { readonly name: string; readonly blob: Blob }[]
  /** Photographs of an earlier record, or of a colleague's telephone, that this one names too: the register has them, or will. */
  readonly earlierFiles: readonly { readonly name: string; readonly file: DocumentRef }[]
  readonly signals: readonly EvidenceSignal[]
  readonly amends: Amends | null
  /** What lies here unfinished: on a telephone it goes with the answers, in one write. */
  readonly consumes: Consumed
}

/** `told` hears how many photographs have gone. */
export async function sendForm(
  { inspection, by, form, instance, xml, files, ...more }: FormToSend,
  told: (done: number) => void,
): Promise<Receipt> {
  const sent: { readonly name: string; readonly file: DocumentRef }[] = []
  for (const { name, blob } of files) {
    const { file } = await sendFile<{ readonly file: DocumentRef }>('/api/files', blob)
    sent.push({ name, file })
    told(sent.length)
  }
  const earlier = [...new Map(more.earlierFiles.map((one) => [one.name, one])).values()]
  const again = earlier.filter(({ name }) => xml.includes(`>${name}<`) && !sent.some((one) => one.name === name))
  const data = { ...{ by, form, instance, xml, files: [...sent, ...again] }, ...besidesOf(more) }
  return command(`/api/inspections/${inspection}/answers`, data, { consumes: more.consumes })
}

/** Out of the outbox of a telephone the answers leave first, and nothing in them may be lost because a server is older. */
const besidesOf = ({ signals, amends }: Pick<FormToSend, 'signals' | 'amends'>) => ({
  ...(signals.length > 0 ? { signals: signals.slice(0, 100) } : {}),
  ...(amends === null ? {} : { amends: { instance: amends.instance, reason: amends.reason } }),
  ...(fieldHand() === null ? {} : { carried: true, filesFollow: true }),
})

/** Names the draft of one member on this device. The version belongs to it: a draft of an old one stays what it is. */
export const draftKeyOf = (inspection: string, by: string, form: FormVersionRef): string =>
  `${inspection}.${by}.${form.form}.${form.version}`

/** An earlier record to go on from: the same answers under a new id, because what was sent is never changed. */
export const asNewRecord = (xml: string): string => xml.replace(/(<(?:\w+:)?instanceID>)[^<]*(<\/)/, '$1$2')
