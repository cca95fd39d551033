/*
A file is taken up: chosen, photographed or recorded, cleaned on this device, said what it is, sealed, and sent with the step that makes it part of the case.
It needs no open key, so who only writes into a case can add one and never opens it again.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { fieldHand } from '../../../../app/device.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Field, LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { VaultName } from '../../contract-vault.ts'
import { firstAttachmentRule } from '../../domain/attachments/attachment.ts'
import { say } from '../../domain/label.ts'
import type { PartProps } from '../file/part-props.ts'
import { type CaseWork, troubleFrom } from '../file/use-case.ts'
import { vaultLabels } from '../team/team-labels.ts'
import { type CleanFile, cleanFile } from './clean-file.ts'
import { Recorder } from './recorder.tsx'
import { FILE_KINDS, type FileKind, type MediaKind, keepCommand, sealFile } from './sealed-file.ts'
import { keepToSend, letGo, sendKept } from './send-file.ts'

const VAULT_OF: { readonly [Kind in FileKind]: VaultName } = {
  ...{ 'identity-paper': 'identity', person: 'identity', medical: 'narrative', consent: 'evidence' },
  ...{ court: 'narrative', place: 'narrative', other: 'narrative' },
}
/** Who reads a witness alone adds to that vault alone. */
export const vaultFor = ({ answer }: Pick<CaseWork, 'answer'>, kind: FileKind): VaultName =>
  answer?.standing === 'witness-reader' ? 'witness' : VAULT_OF[kind]
export const mediaWord = (mediaType: MediaKind) =>
  mediaType === 'image/jpeg' ? 'files.media.image' : mediaType === 'application/pdf' ? 'files.media.pdf' : 'files.media.sound'

interface State {
  readonly clean: CleanFile | null
  readonly busy: boolean
  readonly sent: { readonly done: number; readonly of: number } | null
  readonly isDone: boolean
  readonly error: unknown
}
const START: State = { clean: null, busy: false, sent: null, isDone: false, error: null }

/** `onAdded`: it is in the case, whole or not. */
export function AddFile({ work, onAdded }: PartProps & { readonly onAdded: () => void }) {
  const { t, language } = useWords()
  const [state, setState] = useState<State>(START)
  const [kind, setKind] = useState<FileKind>('identity-paper')
  const [title, setTitle] = useState('')
  // A name of a file is not left standing on the screen.
  const [round, setRound] = useState(0)
  const vault = vaultFor(work, kind)
  const take = async (file: Blob | undefined) => {
    if (file === undefined) return
    setState({ ...START, busy: true })
    const clean = await cleanFile(file)
    setState(clean.ok ? { ...START, clean: clean.value } : { ...START, error: await troubleFrom(clean.refusal) })
    if (file instanceof File && title === '') setTitle(file.name.replace(/\.[a-z0-9]{2,5}$/i, ''))
  }
  const send = async (clean: CleanFile) => {
    setState({ ...START, clean, busy: true })
    try {
      await sealAndSend(work, { ...clean, kind, title: title.trim(), vault }, (done, of) =>
        setState({ ...START, busy: true, sent: { done, of } }),
      )
      setTitle('')
      setRound(round + 1)
      setState({ ...START, isDone: true })
    } catch (error) {
      setState({ ...START, clean, error })
    }
    work.again()
    onAdded()
  }
  return (
    <Panel title={t('files.add')}>
      <div className="stack no-print">
        <p className="small">{t('files.before')}</p>
        <Sources key={round} take={(file) => void take(file)} />
        <SelectField
          label={t('files.kind')}
          value={kind}
          options={FILE_KINDS.map((value) => ({ value, label: t(`files.kind.${value}`) }))}
          onValue={setKind}
        />
        <LongTextField
          sealed
          label={t('files.title')}
          hint={t('files.title.hint')}
          rows={1}
          maxLength={120}
          value={title}
          onValue={setTitle}
        />
        <p className="small">{t('files.readers', { vault: say(vaultLabels, vault, language) })}</p>
        <HowFar state={state} />
        <div className="form-actions">
          <Button
            kind="primary"
            busy={state.busy}
            disabled={state.clean === null}
            onClick={() => state.clean !== null && void send(state.clean)}
          >
            {t('files.seal')}
          </Button>
        </div>
        <Source>{t('files.rule', { n: firstAttachmentRule.most })}</Source>
      </div>
    </Panel>
  )
}

function HowFar({ state }: { readonly state: State }) {
  const { t, language } = useWords()
  return (
    <>
      {state.clean && (
        <Note tone="calm" live>
          {t('files.ready', { kind: t(mediaWord(state.clean.mediaType)), size: sizeText(state.clean.content.length, language) })}
        </Note>
      )}
      {state.sent && <Progress label={t('files.sending')} done={state.sent.done} of={state.sent.of} />}
      {state.isDone && (
        <Note tone="calm" live>
          {t(fieldHand() === null ? 'files.done' : 'files.on-phone')}
        </Note>
      )}
      {state.error !== null && <ErrorState error={state.error} />}
    </>
  )
}
function Sources({ take }: { readonly take: (file: Blob | undefined) => void }) {
  const { t } = useWords()
  return (
    <>
      <div className="field-row">
        <Field label={t('files.choose')} hint={t('files.choose.hint')}>
          {(wiring) => (
            <input
              className="input"
              type="file"
              accept="image/*,application/pdf,audio/*"
              {...wiring}
              onChange={(event) => take(event.target.files?.[0])}
            />
          )}
        </Field>
        <Field label={t('files.camera')}>
          {(wiring) => (
            <input
              className="input"
              type="file"
              accept="image/*"
              capture="environment"
              {...wiring}
              onChange={(event) => take(event.target.files?.[0])}
            />
          )}
        </Field>
      </div>
      <div className="form-actions">
        <Recorder onSound={take} />
      </div>
    </>
  )
}
const sizeText = (bytes: number, language: 'fr' | 'en'): string =>
  `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(language)} ${language === 'fr' ? 'ko' : 'kB'}`

interface ToAdd extends CleanFile {
  readonly kind: FileKind
  readonly title: string
  readonly vault: VaultName
}
/** Sealed, laid aside as ciphertext, said to the case, sent. What the case refuses is let go of. Throws `ApiTrouble`. */
async function sealAndSend(work: CaseWork, file: ToAdd, told: (done: number, of: number) => void): Promise<void> {
  const attachment = newId()
  const made = await sealFile({ ...file, caseId: work.case, attachment })
  if (!made.ok) throw await troubleFrom(made.refusal)
  const head = await work.seal(file.vault, 'attachment', made.value.head)
  if (!head.ok) throw await troubleFrom(head.refusal)
  const sending = { caseId: work.case, attachment, sha256: made.value.sha256 }
  await keepToSend(sending, made.value.sealed)
  try {
    await work.send([head.value.command, keepCommand(head.value.ref, { ...made.value, attachment })])
  } catch (error) {
    await letGo(sending.sha256)
    throw error
  }
  await sendKept(sending, told)
}
