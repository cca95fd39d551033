/* The code of an enrolment on the officer's screen, with the time that it still holds. It is a secret: it does not print and goes when time is over. */
import { useEffect, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { QrCode } from '../../../../app/kit/qr-code.tsx'
import { useWords } from '../../../../app/words.ts'

export interface Offer {
  /** An address that any camera opens; the secret stands behind `#`. */
  readonly link: string
  readonly expiresAt: string
}

export function OfferedCode({ offer, again }: { readonly offer: Offer; readonly again: () => void }) {
  const { t } = useWords()
  const left = useLeft(offer.expiresAt)
  return (
    <Panel title={t('devices.enrol')}>
      <div className="stack no-print">
        {left > 0 ? (
          <>
            <p>{t('devices.enrol.scan')}</p>
            <div className="enrol-code">
              <QrCode text={offer.link} label={t('devices.enrol.scan')} />
            </div>
            <p className="small" role="timer">
              {t('devices.enrol.left', { minutes: Math.floor(left / 60), seconds: left % 60 })}
            </p>
            <Note tone="warn">{t('devices.enrol.secret')}</Note>
            <details>
              <summary>{t('devices.enrol.show')}</summary>
              <code style={{ overflowWrap: 'anywhere' }}>{offer.link}</code>
            </details>
          </>
        ) : (
          <Note tone="red" live>
            {t('devices.enrol.over')}
          </Note>
        )}
        <div className="form-actions">
          <Button onClick={again}>{t('devices.enrol.again')}</Button>
        </div>
      </div>
    </Panel>
  )
}

/** Whole seconds, never more than ten minutes: a desk's clock may be wrong too. */
function useLeft(expiresAt: string): number {
  const [until] = useState(() => Math.min(Date.parse(expiresAt), Date.now() + 600_000))
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((until - now) / 1000))
}
