/*
Files of a case, vault by vault: what they are is read where the vault is open, what they show where one is opened, and each of both is a look. Before
that stands how many there are and whether they have arrived. A file is erased with a reason, for everybody, at once.
*/
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import type { CaseFileStates } from '../../contract-files.ts'
import { type KeptAttachment, liveAttachments, provesConsent } from '../../domain/attachments/attachment.ts'
import { WithdrawnBecause } from '../../domain/attachments/attachment-words.ts'
import type { VaultName } from '../../contract-vault.ts'
import { say } from '../../domain/label.ts'
import { OpenVault } from '../file/open-vault.tsx'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { vaultLabels } from '../team/team-labels.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'
import { AddFile } from './add-file.tsx'
import { mediaWord } from './pick-file.tsx'
import { type FileHead, readHead } from './sealed-file.ts'
import { isHere, sendKept } from './send-file.ts'
import { ShownFile } from './shown-file.tsx'
import './attachments.css'

const VAULTS: readonly VaultName[] = ['identity', 'narrative', 'evidence', 'perpetrator', 'witness']
export function Part({ work }: PartProps) {
  const { t, language } = useWords()
  const live = liveAttachments(work.whole.attachments)
  const states = useAnswer<CaseFileStates>(live.length === 0 ? null : `/api/cases/${work.case}/files`)
  const received = new Map((states.data?.files ?? []).map((one) => [one.attachment, one.received]))
  const standing = work.answer?.standing
  const adds = standing === 'owner' || standing === 'member' || standing === 'witness-reader'
  const shown = VAULTS.filter((vault) => live.some((one) => one.head.vault === vault))
  return (
    <div className="stack">
      {adds && <AddFile work={work} onAdded={states.again} />}
      {shown.length === 0 && <EmptyState title={t('files.none')}>{t('files.none.do')}</EmptyState>}
      {states.error && <ErrorState error={states.error} again={states.again} />}
      {shown.length > 0 && (
        <VaultGate>
          {() => (
            <>
              {shown.map((vault) => (
                <Panel key={vault} title={t('files.vault', { vault: say(vaultLabels, vault, language) })}>
                  <OpenVault work={work} vault={vault}>
                    {(texts) => {
                      const heads = new Map(texts.map((text) => [text.id, readHead(text.plain)]))
                      const of = live.filter((one) => one.head.vault === vault)
                      return of.map((one) => (
                        <FileLine
                          key={one.attachment}
                          work={work}
                          file={one}
                          head={heads.get(one.head.id) ?? null}
                          received={received.get(one.attachment) ?? 0}
                          again={states.again}
                        />
                      ))
                    }}
                  </OpenVault>
                </Panel>
              ))}
            </>
          )}
        </VaultGate>
      )}
    </div>
  )
}

interface LineProps extends PartProps {
  readonly file: KeptAttachment
  readonly head: FileHead | null
  readonly received: number
  readonly again: () => void
}
function FileLine({ work, file, head, received, again }: LineProps) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const isWhole = received === file.bytes
  const path = `/api/cases/${work.case}/files/${file.attachment}`
  return (
    <article className="file-line">
      {head === null ? (
        <span>{t('case.vault.not-readable')}</span>
      ) : (
        <b className="sealed-words" translate="no">
          {t(`files.kind.${head.kind}`)}
          {head.title !== '' && ` · ${head.title}`}
        </b>
      )}
      <span className="small">
        {head !== null && `${t(mediaWord(head.mediaType))} · `}
        <InstantText at={file.at} />
        {provesConsent(work.whole.file.consents, file) && ` · ${t('files.proves')}`}
        {file.released.length > 0 && ` · ${t('files.sent-with')}`}
      </span>
      {!isWhole && <Unfinished {...{ work, file, received, again }} />}
      {isOpen && head !== null && (
        <ShownFile
          {...{ path, head, place: { caseId: work.case, vault: file.head.vault }, code: work.whole.file.subject ?? '' }}
          close={() => setIsOpen(false)}
        />
      )}
      {!isOpen && (
        <div className="form-actions no-print">
          {isWhole && head !== null && <Button onClick={() => setIsOpen(true)}>{t('files.open')}</Button>}
          <Erase work={work} file={file} />
        </div>
      )}
    </article>
  )
}

/** What lies here as ciphertext goes on from where the server stands; what another device took, that device sends. */
function Unfinished({ work, file, received, again }: Omit<LineProps, 'head'>) {
  const { t } = useWords()
  const [mayGoOn, setMayGoOn] = useState(false)
  const [state, setState] = useState<{ readonly busy: boolean; readonly sent: number; readonly error: unknown }>({
    ...{ busy: false, sent: received, error: null },
  })
  useEffect(() => {
    let isShown = true
    void isHere(file.sha256).then((here) => isShown && setMayGoOn(here))
    return () => {
      isShown = false
    }
  }, [file.sha256])
  const goOn = async () => {
    setState({ busy: true, sent: received, error: null })
    try {
      await sendKept({ caseId: work.case, attachment: file.attachment, sha256: file.sha256 }, (sent) =>
        setState({ busy: true, sent, error: null }),
      )
      setState({ busy: false, sent: file.bytes, error: null })
      again()
    } catch (error) {
      setState({ busy: false, sent: received, error })
    }
  }
  return (
    <div className="stack no-print">
      <span className="case-late">{t('files.unfinished', { n: Math.floor((Math.max(state.sent, received) / file.bytes) * 100) })}</span>
      {state.error !== null && <ErrorState error={state.error} />}
      {mayGoOn ? (
        <div>
          <Button busy={state.busy} onClick={() => void goOn()}>
            {t('files.go-on')}
          </Button>
        </div>
      ) : (
        <span className="small">{t('files.elsewhere')}</span>
      )}
    </div>
  )
}

function Erase({ work, file }: Pick<LineProps, 'work' | 'file'>) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [because, setBecause] = useState<WithdrawnBecause>('wrong-file')
  const { act, sending, error, forget } = useSteps(work)
  const standing = work.answer?.standing
  if (standing === 'guest' || standing === 'supervisor' || standing === 'protector') return null
  const erase = async () => {
    const ask = { step: 'withdraw-attachment', attachment: file.attachment, because } as const
    if (await act(() => accepted({ all: [{ about: 'attachment', ask }] }))) setOpen(false)
  }
  return (
    <Dialog
      title={t('files.erase.title')}
      explain={t('files.erase.explain')}
      open={open}
      onOpen={(next) => {
        forget()
        setOpen(next)
      }}
      trigger={<Button kind="quiet">{t('files.erase')}</Button>}
      actions={
        <Button kind="danger" busy={sending} onClick={() => void erase()}>
          {t('files.erase.go')}
        </Button>
      }
    >
      <SelectField
        label={t('files.erase.why')}
        value={because}
        options={WithdrawnBecause.options.map((value) => ({ value, label: t(`files.erase.${value}`) }))}
        onValue={setBecause}
      />
      {error !== null && <ErrorState error={error} />}
    </Dialog>
  )
}
