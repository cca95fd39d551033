/* The file that proves a consent: the photograph of a signed paper, or a voice. Chosen by its day: what it shows stands in its vault. */
import { SelectField } from '../../../../app/kit/field.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { liveAttachments } from '../../domain/attachments/attachment.ts'
import type { CaseWork } from '../file/use-case.ts'

interface Props {
  readonly work: Pick<CaseWork, 'whole'>
  /** The text that describes it; empty: none. */
  readonly value: string
  readonly onValue: (head: string) => void
}
export function ProofField({ work, value, onValue }: Props) {
  const { t } = useWords()
  const proofs = liveAttachments(work.whole.attachments).filter((one) => one.head.vault === 'evidence')
  return (
    <SelectField
      label={t('files.proof')}
      hint={t('files.proof.hint')}
      value={value}
      options={[
        { value: '', label: t('files.proof.none') },
        ...proofs.map((one, at) => ({ value: one.head.id, label: t('files.proof.one', { n: at + 1, at: instantText(one.at) }) })),
      ]}
      onValue={onValue}
    />
  )
}
