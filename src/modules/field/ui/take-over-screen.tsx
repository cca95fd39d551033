/*
A colleague's inspection comes to this telephone: it is shown before it is taken, then it lies in the outbox beside one's own, signed by who
made it. This person reads it, dissents and signs for their own body, and sends it all or gives it back the same way.
*/
import { type ChangeEvent, useId, useState } from 'react'
import { questions } from '../../../app/ask.ts'
import type { Phone } from '../../../app/field/phone.ts'
import { Button, LinkButton } from '../../../app/kit/button.tsx'
import { TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { Tabs } from '../../../app/kit/tabs.tsx'
import { useWords } from '../../../app/words.ts'
import { type HandOverContent, codeTyped } from '../domain/hand-over.ts'
import { DeskNote } from './desk-note.tsx'
import { HandOverCamera } from './hand-over-camera.tsx'
import { type Preview, openedFile, previewOf, take, unpacked } from './hand-over-pack.ts'
import { HandedPage } from './handed-over.tsx'
import { usePhone } from './use-phone.ts'

export function TakeOverScreen() {
  const { t } = useWords()
  const phone = usePhone()
  return phone === null ? <DeskNote title={t('hand.take')} /> : <Taking phone={phone} />
}

interface Come {
  readonly content: HandOverContent
  readonly preview: Preview
}
function Taking({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const [tab, setTab] = useState('codes')
  const [come, setCome] = useState<Come | null>(null)
  const [isBad, setBad] = useState(false)
  const received = async (content: HandOverContent | null) => {
    setBad(content === null)
    if (content !== null) setCome({ content, preview: await previewOf(phone, content) })
  }
  return (
    <Page title={t('hand.take')}>
      {come === null ? (
        <Panel>
          {isBad && (
            <Note tone="red" live>
              {t('hand.bad')}
            </Note>
          )}
          <Tabs
            label={t('hand.how')}
            tabs={[
              {
                key: 'codes',
                label: t('hand.by-codes'),
                content: <HandOverCamera key={String(isBad)} onWhole={(bytes) => void unpacked(bytes).then(received)} />,
              },
              { key: 'file', label: t('hand.by-file'), content: <FromFile onContent={(content) => void received(content)} /> },
            ]}
            value={tab}
            onValue={setTab}
          />
        </Panel>
      ) : (
        <Look phone={phone} come={come} onBack={() => setCome(null)} />
      )}
    </Page>
  )
}

function FromFile({ onContent }: { readonly onContent: (content: HandOverContent | null) => void }) {
  const { t } = useWords()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [code, setCode] = useState('')
  const [state, setState] = useState<'idle' | 'opening' | 'wrong-code'>('idle')
  const typed = codeTyped(code)
  const open = async () => {
    if (file === null || typed === null) return
    setState('opening')
    const opened = await openedFile(new Uint8Array(await file.arrayBuffer()), typed)
    setState(opened === 'wrong-code' ? 'wrong-code' : 'idle')
    if (opened !== 'wrong-code') onContent(opened === 'not-ours' ? null : opened)
  }
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={id}>{t('hand.file.choose')}</label>
        <input
          id={id}
          className="input"
          type="file"
          onChange={(event: ChangeEvent<HTMLInputElement>) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <TextField
        label={t('hand.file.code')}
        hint={t('hand.file.code.hint')}
        value={code}
        onValue={setCode}
        autoComplete="off"
        fault={state === 'wrong-code' ? t('hand.file.wrong') : undefined}
      />
      <div className="form-actions">
        <Button kind="primary" busy={state === 'opening'} disabled={file === null || typed === null} onClick={() => void open()}>
          {t('hand.file.open')}
        </Button>
      </div>
    </div>
  )
}

interface LookProps {
  readonly phone: Phone
  readonly come: Come
  readonly onBack: () => void
}
function Look({ phone, come: { content, preview }, onBack }: LookProps) {
  const { t } = useWords()
  const [state, setState] = useState<'idle' | 'taking' | 'taken'>('idle')
  const [error, setError] = useState<unknown>(null)
  const go = async () => {
    setState('taking')
    setError(null)
    try {
      await take(phone, content)
      await questions.invalidateQueries()
      setState('taken')
    } catch (trouble) {
      setError(trouble)
      setState('idle')
    }
  }
  if (state === 'taken')
    return (
      <Panel>
        <div className="stack">
          <Note tone="good" live>
            {t('hand.taken')}
          </Note>
          <div className="form-actions">
            <LinkButton kind="primary" to={`/inspections/${content.inspection}`}>
              {t('hand.read')}
            </LinkButton>
          </div>
        </div>
      </Panel>
    )
  return (
    <>
      {preview.page === null ? <Note tone="red">{t('hand.unreadable')}</Note> : <HandedPage page={preview.page} />}
      {preview.added === 0 && preview.damaged === 0 && <Note tone="calm">{t('hand.known')}</Note>}
      {preview.damaged > 0 && <Note tone="red">{t('hand.damaged', { n: preview.damaged })}</Note>}
      {preview.formMissing && <Note>{t('hand.form-missing')}</Note>}
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button onClick={onBack}>{t('hand.not-now')}</Button>
        <Button kind="primary" busy={state === 'taking'} disabled={preview.added === 0} onClick={() => void go()}>
          {t('hand.take.go')}
        </Button>
      </div>
    </>
  )
}
