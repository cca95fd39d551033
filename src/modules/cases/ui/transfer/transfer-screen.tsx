/*
A file with the person's name for the house of one referral: asked of the gate, written from the vault, sealed here to those who receive there, and saved as a file of
this device. Nothing of it goes to the server but that it was made.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { saveFile } from '../../../../app/kit/save-file.ts'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Outcome, refused } from '../../../../kernel/outcome.ts'
import type { TransferAnswer } from '../../contract.ts'
import { useBodies } from '../consent/bodies.ts'
import { admitted, askHolders } from '../file/ask-keys.ts'
import { OpenVault } from '../file/open-vault.tsx'
import { type CaseWork, troubleFrom, useCase } from '../file/use-case.ts'
import { fieldsOfText } from '../opening/imported.ts'
import { type TransferParts, WRITTEN, type WrittenField, mayWrite, transferParts } from './transfer-fields.ts'

/** Given by the exchange: one row of the standard, sealed to each key. */
export type SealTransfer = (parts: TransferParts, publicKeys: readonly string[]) => Promise<Outcome<Uint8Array<ArrayBuffer>>>
export interface TransferProps {
  readonly case: string
  readonly referral: string
  readonly seal: SealTransfer
}

export function TransferScreen({ case: id, referral, seal }: TransferProps) {
  const { t } = useWords()
  const work = useCase(id)
  const [isAsked, setAsked] = useState(false)
  const allowed = useAnswer<TransferAnswer>(isAsked ? `/api/cases/${id}/transfers/${referral}` : null)
  return (
    <Page
      title={t('transfer.title')}
      under={t('transfer.under')}
      crumbs={
        <AppLink to={`/cases/${id}`} search={{ part: 'referrals' }}>
          {t('case.page')}
        </AppLink>
      }
    >
      {!isAsked && (
        <Panel title={t('transfer.before')}>
          <div className="stack">
            <p>{t('transfer.before.why')}</p>
            <div>
              <Button kind="primary" onClick={() => setAsked(true)}>
                {t('transfer.ask')}
              </Button>
            </div>
          </div>
        </Panel>
      )}
      {allowed.loading && isAsked && <Loading />}
      {allowed.error && <ErrorState error={allowed.error} />}
      {allowed.data && (
        <OpenVault work={work} vault="identity">
          {(texts) => (
            <Writing
              work={work}
              allowed={allowed.data ?? { referral, recipient: '', fields: [] }}
              told={texts.filter((one) => one.slot === 'identity' && !one.isReplaced).flatMap((one) => one.plain ?? [])}
              seal={seal}
            />
          )}
        </OpenVault>
      )}
      <Source>{t('transfer.source')}</Source>
    </Page>
  )
}

interface WritingProps {
  readonly work: CaseWork
  readonly allowed: { readonly recipient: string; readonly fields: readonly string[]; readonly referral: string }
  readonly told: readonly string[]
  readonly seal: SealTransfer
}
const isWritten = (field: string): field is WrittenField => WRITTEN.some((one) => one === field)
/** Of an imported file the names are known by field; of words written by hand they are read and typed. */
function toldFields(told: readonly string[]): { readonly [Field in WrittenField]?: string } {
  const read = told.flatMap((text) => Object.entries(fieldsOfText(text)))
  return Object.fromEntries(read.flatMap(([field, values]) => (isWritten(field) ? [[field, values[0] ?? '']] : [])))
}
function Writing({ work, allowed, told, seal }: WritingProps) {
  const { t } = useWords()
  const bodies = useBodies()
  const [written, setWritten] = useState(() => toldFields(told))
  const [agreed, setAgreed] = useState(false)
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown; readonly done: boolean }>({
    ...{ busy: false, error: null, done: false },
  })
  const make = async () => {
    setState({ busy: true, error: null, done: false })
    try {
      const made = await sealedFor(work, allowed.recipient, (keys) =>
        seal(transferParts(written, work.whole.profile, allowed.fields), keys),
      )
      if (!made.ok) throw await troubleFrom(made.refusal)
      saveFile(`${allowed.referral.slice(-12)}.age`, made.value, 'application/octet-stream')
      setState({ busy: false, error: null, done: true })
    } catch (error) {
      setState({ busy: false, error, done: false })
    }
  }
  return (
    <Panel title={t('transfer.to', { name: bodies.name(allowed.recipient) })}>
      <div className="stack">
        {told.map((text) => (
          <p key={text} className="case-words sealed-words" translate="no">
            {text}
          </p>
        ))}
        {WRITTEN.filter((field) => mayWrite(field, allowed.fields)).map((field) => (
          <TextField
            key={field}
            sealed
            label={t(`transfer.${field}`)}
            value={written[field] ?? ''}
            onValue={(value) => setWritten((before) => ({ ...before, [field]: value }))}
            maxLength={200}
          />
        ))}
        <Note tone="calm">{t('transfer.left-out')}</Note>
        <CheckChoice label={t('transfer.agreed')} hint={t('transfer.agreed.hint')} checked={agreed} onChecked={setAgreed} />
        {state.error !== null && <ErrorState error={state.error} />}
        {state.done && (
          <Note tone="good" live>
            {t('transfer.done')}
          </Note>
        )}
        <div className="form-actions">
          <Button
            kind="primary"
            busy={state.busy}
            disabled={!agreed || (written.prs_FirstName ?? '').trim() === ''}
            onClick={() => void make()}
          >
            {t('transfer.make')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
/** To everybody there who accompanies persons, else to who receives, with a key that this device knows; none: it stays here. */
async function sealedFor<Value>(
  work: Pick<CaseWork, 'account'>,
  recipient: string,
  seal: (keys: readonly string[]) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const working = await askHolders({ organisation: recipient, capability: 'cases.work' })
  const holders = working.length > 0 ? working : await askHolders({ organisation: recipient, capability: 'cases.receive' })
  if (holders.length === 0) return refused('body-without-keys')
  const known = await admitted(work.account, holders)
  return known.ok ? seal(known.value.map((one) => one.publicKey)) : known
}
