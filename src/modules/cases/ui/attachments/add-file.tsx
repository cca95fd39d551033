/*
A file is taken up: picked, sealed on this device, and sent with the step that makes it part of the case. It needs no open key, so who only writes into a
case can add one and never opens it again.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { fieldHand } from '../../../../app/device.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { VaultName } from '../../contract-vault.ts'
import { firstAttachmentRule } from '../../domain/attachments/attachment.ts'
import type { PartProps } from '../file/part-props.ts'
import { type CaseWork, troubleFrom } from '../file/use-case.ts'
import { PickFile, type PickedFile, VAULT_OF } from './pick-file.tsx'
import { type FileKind, keepCommand, sealFile } from './sealed-file.ts'
import { keepToSend, letGo, sendKept } from './send-file.ts'

/** Who reads a witness alone adds to that vault alone. */
export const vaultFor = ({ answer }: Pick<CaseWork, 'answer'>, kind: FileKind): VaultName =>
  answer?.standing === 'witness-reader' ? 'witness' : VAULT_OF[kind]

interface State {
  readonly busy: boolean
  readonly sent: { readonly done: number; readonly of: number } | null
  readonly isDone: boolean
  readonly error: unknown
}
const START: State = { busy: false, sent: null, isDone: false, error: null }

/** `onAdded`: it is in the case, whole or not. */
export function AddFile({ work, onAdded }: PartProps & { readonly onAdded: () => void }) {
  const { t } = useWords()
  const [state, setState] = useState<State>(START)
  const [round, setRound] = useState(0)
  const send = async (file: PickedFile) => {
    setState({ ...START, busy: true })
    try {
      await sealAndSend(work, file, (done, of) => setState({ ...START, busy: true, sent: { done, of } }))
      setRound(round + 1)
      setState({ ...START, isDone: true })
    } catch (error) {
      setState({ ...START, error })
    }
    work.again()
    onAdded()
  }
  return (
    <Panel title={t('files.add')}>
      <div className="stack no-print">
        <PickFile key={round} vaultFor={(kind) => vaultFor(work, kind)}>
          {(picked) => (
            <>
              <HowFar state={state} />
              <div className="form-actions">
                <Button kind="primary" busy={state.busy} disabled={picked === null} onClick={() => picked !== null && void send(picked)}>
                  {t('files.seal')}
                </Button>
              </div>
            </>
          )}
        </PickFile>
        <Source>{t('files.rule', { n: firstAttachmentRule.most })}</Source>
      </div>
    </Panel>
  )
}

function HowFar({ state }: { readonly state: State }) {
  const { t } = useWords()
  return (
    <>
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

/** Sealed, laid aside as ciphertext, said to the case, sent. What the case refuses is let go of. Throws `ApiTrouble`. */
async function sealAndSend(work: CaseWork, file: PickedFile, told: (done: number, of: number) => void): Promise<void> {
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
