/* What the code would make of this telephone, before anything is taken: server, role, organisation, territory, language, and how long it holds. */
import { useEffect, useState } from 'react'
import { type EnrolmentCode, type Previewed, isOfThisServer, previewEnrolment } from '../../../../app/field/enrol.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Loading } from '../../../../app/kit/states.tsx'
import { roleText } from '../../../../app/shell/preferences.tsx'
import { languages, useWords } from '../../../../app/words.ts'
import { clockFault } from '../../domain/sync-mark.ts'
import { LockTrouble } from './lock-trouble.tsx'

interface PreviewProps {
  readonly code: EnrolmentCode
  readonly onYes: (seen: Previewed) => void
  readonly onNo: () => void
}
export function PreviewStep({ code, onYes, onNo }: PreviewProps) {
  const { t } = useWords()
  const [seen, setSeen] = useState<Previewed | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [turn, setTurn] = useState(0)
  const isOurs = isOfThisServer(code)
  useEffect(() => {
    if (!isOurs) return undefined
    let wanted = true
    previewEnrolment(code).then(
      (found) => wanted && setSeen(found),
      (fault: unknown) => wanted && setError(fault),
    )
    return () => {
      wanted = false
    }
  }, [code, isOurs, turn])
  const again = () => {
    setError(null)
    setTurn(turn + 1)
  }
  return (
    <Panel title={t('enrol.check')}>
      <div className="stack">
        {!isOurs && <OtherServer code={code} />}
        {isOurs && error !== null && <LockTrouble error={error} again={again} />}
        {isOurs && error === null && seen === null && <Loading />}
        {seen && <Facts code={code} seen={seen} onYes={onYes} />}
        <div className="form-actions">
          <Button onClick={onNo}>{t('enrol.no')}</Button>
        </div>
      </div>
    </Panel>
  )
}

function Facts({ code, seen, onYes }: Pick<PreviewProps, 'code' | 'onYes'> & { readonly seen: Previewed }) {
  const { t } = useWords()
  const { preview, clockOffsetSeconds } = seen
  const clock = clockFault(clockOffsetSeconds)
  const left = useSecondsLeft(Date.parse(preview.expiresAt) + clockOffsetSeconds * 1000)
  return (
    <>
      <Pairs
        lines={[
          [t('enrol.server'), new URL(code.server).host],
          [t('enrol.role'), roleText(preview.role)],
          [t('enrol.organisation'), preview.organisation ?? t('app.no-organisation')],
          [t('enrol.territory'), preview.territory === 'everywhere' ? t('security.everywhere') : preview.territory.join(', ')],
          [t('enrol.language'), languages.find(({ code: one }) => one === preview.language)?.name ?? preview.language],
          [t('enrol.until'), left > 0 ? t('enrol.left', { minutes: Math.floor(left / 60), seconds: left % 60 }) : '–'],
        ]}
      />
      {clock && (
        <Note tone="warn">
          {t(clock.isFast ? 'phone.clock.fast' : 'phone.clock.slow', { minutes: clock.minutes })} {t('phone.clock.note')}
        </Note>
      )}
      {left > 0 ? (
        <Button kind="primary" onClick={() => onYes(seen)}>
          {t('enrol.yes')}
        </Button>
      ) : (
        <Note tone="red" live>
          {t('enrol.expired')}
        </Note>
      )}
    </>
  )
}

function OtherServer({ code }: { readonly code: EnrolmentCode }) {
  const { t } = useWords()
  const { host, origin } = new URL(code.server)
  return (
    <>
      <Note tone="warn">{t('enrol.other-server', { server: host })}</Note>
      <a className="btn primary" href={`${origin}/field/enrol#${code.secret}`}>
        {t('enrol.other-server.go', { server: host })}
      </a>
    </>
  )
}

/** Until an instant of this device's clock. */
function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((until - now) / 1000))
}
