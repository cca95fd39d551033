/* A rescue file, carried on a telephone or handed in at a desk: chosen, sent as it is, and what came of it in numbers. The same file again doubles nothing. */
import { useState } from 'react'
import { Button } from '../../../app/kit/button.tsx'
import { Field } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { Progress } from '../../../app/kit/progress.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { sendLarge } from '../../../app/send-large.ts'
import { useWords } from '../../../app/words.ts'
import type { Rescued } from '../contract.ts'
import { CarriedFilesScreen } from './carried-files-screen.tsx'
import { RescueNumbers } from './rescue-numbers.tsx'
import { megabytes } from './storage.ts'
import { usePhone } from './use-phone.ts'
import './phone.css'

/** On a telephone the file is carried: there may be no network, and the telephone's own work has gone the same way. */
export function RescueScreen() {
  const phone = usePhone()
  return phone === null ? <DeskRescue /> : <CarriedFilesScreen phone={phone} />
}

function DeskRescue() {
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [rescued, setRescued] = useState<Rescued | null>(null)
  const hand = async () => {
    if (file === null) return
    const stop = new AbortController()
    setSending({ gone: 0, stop })
    setError(null)
    // A file has no kind of its own: it goes as bytes.
    await sendLarge<Rescued>('/api/field/rescues', file, { signal: stop.signal, told: (gone) => setSending({ gone, stop }) }).then(
      setRescued,
      (fault: unknown) => setError(stop.signal.aborted ? null : fault),
    )
    setSending(null)
  }
  const another = () => {
    setFile(null)
    setRescued(null)
  }
  return (
    <Page title={t('rescue.title')}>
      <div className="stack narrow">
        <Panel title={t('rescue.file')}>
          <div className="stack">
            <p>{t('rescue.explain')}</p>
            {rescued === null ? (
              <>
                <Field label={t('rescue.file')} hint={t('rescue.file.hint')}>
                  {(wiring) => (
                    <input
                      className="input"
                      type="file"
                      accept=".chanzo"
                      {...wiring}
                      onChange={(event) => setFile(event.target.files?.[0] ?? null)}
                    />
                  )}
                </Field>
                {sending && <HowFar sending={sending} of={file?.size ?? 0} />}
                {error !== null && <ErrorState error={error} />}
                <div className="form-actions">
                  <Button kind="primary" busy={sending !== null} disabled={file === null} onClick={() => void hand()}>
                    {t('rescue.go')}
                  </Button>
                </div>
              </>
            ) : (
              <Result rescued={rescued} another={another} />
            )}
          </div>
        </Panel>
      </div>
    </Page>
  )
}

interface Sending {
  readonly gone: number
  readonly stop: AbortController
}
/** When all has gone the server still reads it, and how long that takes is not known. */
function HowFar({ sending: { gone, stop }, of }: { readonly sending: Sending; readonly of: number }) {
  const { t } = useWords()
  const isGone = gone >= of
  return (
    <div className="stack" style={{ gap: 6 }} role="status">
      <Progress
        label={isGone ? t('rescue.reading') : t('rescue.sending', { megabytes: Math.max(1, megabytes(of)) })}
        done={gone}
        of={isGone ? null : of}
      />
      {!isGone && (
        <div>
          <Button onClick={() => stop.abort()}>{t('rescue.stop')}</Button>
        </div>
      )}
    </div>
  )
}

function Result({ rescued, another }: { readonly rescued: Rescued; readonly another: () => void }) {
  const { t } = useWords()
  return (
    <>
      <RescueNumbers rescued={rescued} />
      <div className="form-actions">
        <Button onClick={another}>{t('rescue.another')}</Button>
      </div>
    </>
  )
}
