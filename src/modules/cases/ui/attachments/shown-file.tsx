/*
One file, opened in memory and shown: never written down, gone when it is closed, when the page goes, when the key locks. A PDF is drawn by no part of ours:
at a desk it can be laid down in clear, which is a look of another kind; on a telephone it is not opened.
*/
import { useEffect, useState } from 'react'
import { askFile } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { saveFile } from '../../../../app/kit/save-file.ts'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { isTelephone } from '../../../../app/device.ts'
import type { Bytes } from '../../../../app/field/keys.ts'
import { useWords } from '../../../../app/words.ts'
import type { VaultName } from '../../contract-vault.ts'
import { troubleFrom } from '../file/use-case.ts'
import { type FileHead, openFile } from './sealed-file.ts'
import './attachments.css'

interface Props {
  /** Where its ciphertext is asked for. */
  readonly path: string
  readonly head: FileHead
  readonly place: { readonly caseId: string; readonly vault: VaultName }
  /** In the name of what is saved. */
  readonly code: string
  readonly close: () => void
}
export function ShownFile(props: Props) {
  const { t } = useWords()
  const isPdf = props.head.mediaType === 'application/pdf'
  return (
    <div className="file-shown">
      {isPdf ? <SavedPdf {...props} /> : <InMemory {...props} />}
      <div className="form-actions no-print">
        <Button onClick={props.close}>{t('files.close')}</Button>
        {!isPdf && props.head.mediaType === 'image/jpeg' && <Button onClick={() => print()}>{t('files.print')}</Button>}
      </div>
    </div>
  )
}

function InMemory({ path, head, place }: Props) {
  const { t } = useWords()
  const [address, setAddress] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const { caseId, vault } = place
  useEffect(() => {
    const stopped = new AbortController()
    let made: string | null = null
    fetchOpened(`${path}?for=look`, head, { caseId, vault, signal: stopped.signal }).then(
      (content) => {
        if (stopped.signal.aborted) return
        made = URL.createObjectURL(new Blob([content], { type: head.mediaType }))
        setAddress(made)
      },
      (reason: unknown) => !stopped.signal.aborted && setError(reason),
    )
    return () => {
      stopped.abort()
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [path, head, caseId, vault])
  if (error !== null) return <ErrorState error={error} />
  if (address === null) return <Loading />
  if (head.mediaType !== 'image/jpeg')
    return (
      <audio controls controlsList="nodownload" src={address}>
        <track kind="captions" />
      </audio>
    )
  return (
    // The page around it bears the mark of who printed.
    <img src={address} alt={t('files.picture')} draggable={false} />
  )
}

function SavedPdf({ path, head, place, code }: Props) {
  const { t } = useWords()
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null })
  if (isTelephone()) return <Note>{t('files.save.phone')}</Note>
  const save = async () => {
    setState({ busy: true, error: null })
    try {
      const content = await fetchOpened(`${path}?for=save`, head, { ...place, signal: new AbortController().signal })
      // The name says nothing of who or what.
      saveFile(`${code}-${head.attachment.slice(-4)}.pdf`, content, head.mediaType)
      setState({ busy: false, error: null })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <>
      <Note>{t('files.save.why')}</Note>
      {state.error !== null && <ErrorState error={state.error} />}
      <div>
        <Button busy={state.busy} onClick={() => void save()}>
          {t('files.save')}
        </Button>
      </div>
    </>
  )
}

interface Opening {
  readonly caseId: string
  readonly vault: VaultName
  readonly signal: AbortSignal
}
async function fetchOpened(path: string, head: FileHead, { caseId, vault, signal }: Opening): Promise<Bytes> {
  const sealed = new Uint8Array(await (await askFile(path, signal)).arrayBuffer())
  const opened = await openFile(head, sealed, { caseId, vault })
  if (!opened.ok) throw await troubleFrom(opened.refusal)
  return opened.value
}
