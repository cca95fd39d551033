/*
On a telephone: the rescue file of a colleague's telephone is taken sealed into this one and brought to the server when there is network. What the
server said of it stays as a receipt; a file that was refused is given back as it was.
*/
import { useState } from 'react'
import type { CarriedFile } from '../../../app/field/carried-files.ts'
import type { Phone } from '../../../app/field/phone.ts'
import { DeviceFull } from '../../../app/field/sealed-store.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { Dialog } from '../../../app/kit/dialog.tsx'
import { Field } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { saveFile } from '../../../app/kit/save-file.ts'
import { instantText } from '../../../app/kit/values.tsx'
import { refusalText, useWords } from '../../../app/words.ts'
import type { MarkKind } from '../domain/sync-mark.ts'
import { endOf } from './devices/device-rows.ts'
import { RescueNumbers } from './rescue-numbers.tsx'
import { megabytes } from './storage.ts'
import { MarkText } from './sync-mark.tsx'
import { useSyncState } from './use-phone.ts'

export function CarriedFilesScreen({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  // Told of every change, also of the files.
  useSyncState(phone)
  const files = phone.files.items().toReversed()
  return (
    <Page title={t('rescue.title')} crumbs={<AppLink to="/field">{t('phone.title')}</AppLink>}>
      <div className="stack narrow">
        <TakePanel phone={phone} />
        {files.length > 0 && (
          <Panel title={t('rescue.carried')}>
            <ul className="shelf-items">
              {files.map((file) => (
                <Carried key={file.id} phone={phone} file={file} />
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </Page>
  )
}

function TakePanel({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [turn, setTurn] = useState(0)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'red'; readonly text: string } | null>(null)
  const take = async () => {
    if (file === null) return
    setBusy(true)
    try {
      const taken = await phone.files.take(file)
      if (taken.ok) {
        setSaid({ tone: 'good', text: t('rescue.carry.taken') })
        setFile(null)
        setTurn(turn + 1)
        void phone.sync.run()
      } else setSaid({ tone: 'red', text: refusalText(taken.refusal.code, taken.refusal.facts) })
    } catch (error) {
      setSaid({ tone: 'red', text: t(error instanceof DeviceFull ? 'phone.trouble.device-full' : 'rescue.carry.unreadable') })
    }
    setBusy(false)
  }
  return (
    <Panel title={t('rescue.carry')}>
      <div className="stack">
        <p>{t('rescue.carry.explain')}</p>
        <Field label={t('rescue.file')} hint={t('rescue.file.hint')}>
          {(wiring) => (
            <input
              key={turn}
              className="input"
              type="file"
              accept=".chanzo"
              {...wiring}
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
        {said && (
          <Note tone={said.tone} live>
            {said.text}
          </Note>
        )}
        <div className="form-actions">
          <Button kind="primary" busy={busy} disabled={file === null} onClick={() => void take()}>
            {t('rescue.carry')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

const marks: { readonly [State in CarriedFile['state']]: MarkKind } = { waiting: 'waiting', sent: 'safe', refused: 'needs-you' }

function Carried({ phone, file }: { readonly phone: Phone; readonly file: CarriedFile }) {
  const { t } = useWords()
  const { id, device, madeAt, bytes, state, receipt, refusal, answeredAt } = file
  const giveBack = async () => {
    const content = await phone.files.content(id)
    if (content !== null) saveFile(`chanzo-${endOf(device)}-${madeAt.slice(0, 10)}.chanzo`, new Blob([content]), 'application/octet-stream')
  }
  return (
    <li className={state === 'refused' ? 'needs-you' : undefined}>
      <div className="row tight">
        <b>{t('rescue.carried.of', { end: endOf(device) })}</b>
        <MarkText kind={marks[state]} text={t(`rescue.carried.${state}`)} />
      </div>
      <div className="small">
        {t('rescue.carried.made', { when: instantText(madeAt) })} · {t('phone.about.megabytes', { n: Math.max(1, megabytes(bytes)) })}
      </div>
      {receipt && (
        <div className="stack" style={{ gap: 6 }}>
          <RescueNumbers rescued={receipt} />
          {answeredAt !== null && <p className="small">{t('rescue.carried.answered', { when: instantText(answeredAt) })}</p>}
        </div>
      )}
      {refusal && (
        <Note tone="warn">
          <p>{refusalText(refusal.code, refusal.facts)}</p>
          <p>{t('rescue.carried.refused.kept')}</p>
        </Note>
      )}
      <div className="row tight">
        {state === 'refused' && (
          <Button onClick={() => void phone.files.again(id).then(() => phone.sync.run())}>{t('rescue.carried.again')}</Button>
        )}
        {(state === 'refused' || (receipt?.unreadable ?? 0) > 0) && (
          <Button onClick={() => void giveBack()}>{t('rescue.carried.give')}</Button>
        )}
        {state === 'waiting' && <Button onClick={() => void phone.sync.run()}>{t('phone.send-now')}</Button>}
        {state === 'sent' && <Button onClick={() => void phone.files.putAway(id)}>{t('rescue.carried.put-away')}</Button>}
        {state !== 'sent' && <DropDialog drop={() => phone.files.putAway(id)} />}
      </div>
    </li>
  )
}

function DropDialog({ drop }: { readonly drop: () => Promise<void> }) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      title={t('rescue.carried.drop')}
      explain={t('rescue.carried.drop.explain')}
      open={isOpen}
      onOpen={setIsOpen}
      trigger={<Button kind="quiet">{t('rescue.carried.drop')}</Button>}
      actions={
        <Button kind="danger" onClick={() => void drop()}>
          {t('rescue.carried.drop')}
        </Button>
      }
    >
      {null}
    </Dialog>
  )
}
