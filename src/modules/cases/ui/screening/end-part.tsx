/*
The end of an interview, agreed, refused or stopped: what is kept is said before it is sent, and one may still go back. Who does not work cases gets a
receipt and nothing more: what was sent cannot be opened here again.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { caseTypeLabels } from '../../domain/case/case-labels.ts'
import { CaseType } from '../../domain/case/case-words.ts'
import { say } from '../../domain/label.ts'
import { flowPromptLabels, stopLabels } from '../../domain/identification/labels-form.ts'
import { HarmPlaceFields } from '../opening/harm-place-fields.tsx'
import { resultOf } from './draft-result.ts'
import type { InterviewedCase } from './interviewed-case.ts'
import type { PartProps } from './part-props.ts'
import { hasWords } from './screening-draft.ts'
import { type ScreeningReceipt, type Sender, type SubmitScreening, SubmitTrouble } from './screening-result.ts'

export interface EndProps extends PartProps {
  readonly submit: SubmitScreening | null
  readonly sender: Omit<Sender, 'receiver'>
  readonly into: InterviewedCase | undefined
  readonly onSent: (receipt: ScreeningReceipt) => void
}
export function EndPart({ draft, change, flow, worker, now, submit, sender, into, onSent }: EndProps) {
  const { t, language } = useWords()
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [receiver, setReceiver] = useState('')
  const result = resultOf(draft, { ...worker, now, zone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  const send = async () => {
    if (submit === null) return
    setSending(true)
    setError(null)
    try {
      onSent(await submit(result, { ...sender, receiver }))
    } catch (trouble) {
      setError(trouble)
    } finally {
      setSending(false)
    }
  }
  // A case that is there has its type and its readers.
  const opens = result.coded !== null && into === undefined
  const isShort = opens && (result.coded?.type === null || (!sender.worksCases && receiver === ''))
  const goBack = () =>
    change(
      draft.aborted !== null
        ? { aborted: null }
        : flow.stop === 'consent-refused'
          ? { consent: { ...draft.consent, answer: 'NOT_ASKED' } }
          : { finished: draft.finished.filter((one) => one !== 'S10') },
    )
  return (
    <Panel title={t('interview.end')}>
      <div className="stack">
        {flow.stop !== null && <p>{say(stopLabels, flow.stop, language)}</p>}
        {flow.prompts.map((prompt) => (
          <Note key={prompt}>{say(flowPromptLabels, prompt, language)}</Note>
        ))}
        <Note tone="calm">{t(`interview.keeps.${flow.keeps}`)}</Note>
        {result.coded !== null && hasWords(draft) && <p className="small">{t('interview.end.sealed')}</p>}
        {submit === null && <Note>{t('interview.no-receiver')}</Note>}
        {result.coded !== null && opens && (
          <SelectField
            label={t('interview.type')}
            hint={t('interview.type.hint')}
            value={result.coded.type ?? ''}
            options={[
              ...(result.coded.type === null ? [{ value: '' as const, label: t('interview.choose') }] : []),
              ...CaseType.options.map((value) => ({ value, label: say(caseTypeLabels, value, language) })),
            ]}
            onValue={(caseType) => change({ caseType })}
          />
        )}
        {result.coded !== null && <HarmPlaceFields value={draft.harmPlace} onValue={(harmPlace) => change({ harmPlace })} />}
        {opens && !sender.worksCases && <ReceiverField value={receiver} onValue={setReceiver} />}
        {error !== null && <Trouble error={error} />}
        <div className="form-actions">
          <Button onClick={goBack}>{t('interview.end.back')}</Button>
          <Button kind="primary" busy={sending} disabled={submit === null || isShort} onClick={() => void send()}>
            {t(result.coded === null ? 'interview.end.tally' : 'interview.end.send')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

/** Bodies that help people; who reads for them is asked when it is sent. */
const helping: readonly string[] = ['protection-ngo', 'ngo', 'civil-society', 'un', 'shelter', 'legal-aid']
interface Bodies {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}
function ReceiverField({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  const { t } = useWords()
  const { data } = useAnswer<Bodies>('/api/organisations')
  return (
    <NamedField
      label={t('interview.receiver')}
      hint={t('interview.receiver.hint')}
      value={value}
      named={data?.organisations.filter((one) => helping.includes(one.kind))}
      empty={t('interview.choose')}
      onValue={onValue}
    />
  )
}
function Trouble({ error }: { readonly error: unknown }) {
  const { t } = useWords()
  if (!(error instanceof SubmitTrouble)) return <ErrorState error={error} />
  return (
    <Note tone="red" live>
      {t(`interview.trouble.${error.fault}`)}{' '}
      {error.fault === 'needs-own-key' && <AppLink to="/keys">{t('interview.trouble.keys')}</AppLink>}
    </Note>
  )
}

interface ReceiptProps {
  readonly receipt: ScreeningReceipt
  readonly into: InterviewedCase | undefined
  readonly onAnother: () => void
}
const toldKey = ({ code, open }: ScreeningReceipt, into: InterviewedCase | undefined) => {
  if (code === null) return 'interview.sent.tally'
  if (into !== undefined) return 'interview.sent.added'
  return open === undefined ? 'interview.sent.write-only' : 'interview.sent.open'
}
export function ReceiptPart({ receipt, into, onAnother }: ReceiptProps) {
  const { t } = useWords()
  return (
    <Panel title={t('interview.sent')}>
      <div className="stack">
        {receipt.code !== null && (
          <p>
            <strong>{receipt.code}</strong>
          </p>
        )}
        <p>{t(receipt.waits ? 'interview.sent.waits' : toldKey(receipt, into))}</p>
        <div className="form-actions">
          {into === undefined && <Button onClick={onAnother}>{t('interview.another')}</Button>}
          {receipt.open !== undefined && (
            <LinkButton kind="primary" to={receipt.open}>
              {t('interview.sent.go')}
            </LinkButton>
          )}
        </div>
      </div>
    </Panel>
  )
}
