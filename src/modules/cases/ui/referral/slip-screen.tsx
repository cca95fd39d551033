/*
The slip that somebody carries to a service, on a quarter of a sheet. At a barrier it may be read: it says a code, whom to ring and on which day, and
nothing of who carries it or why. For a house that is kept secret it says a telephone and no place; where no point of the directory was named, a line
for the telephone is left.
*/
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { QrCode } from '../../../../app/kit/qr-code.tsx'
import { EmptyState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { refusalText, useWords } from '../../../../app/words.ts'
import type { DirectoryAnswer, ServicePointLine } from '../../contract-directory.ts'
import { slipOf } from '../../domain/referral/slip.ts'
import { CaseAbsent } from '../file/case-absent.tsx'
import { useCase } from '../file/use-case.ts'
import { slipCodeOf } from './slip-code.ts'
import './slip.css'

export function SlipScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['case'] ?? ''
  const referral = params['referral'] ?? ''
  const work = useCase(id)
  const { data } = useAnswer<DirectoryAnswer>('/api/service-points')
  const [on, setOn] = useState(todayHere())
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    let isShown = true
    void slipCodeOf(referral).then((found) => isShown && setCode(found))
    return () => {
      isShown = false
    }
  }, [referral])
  const file = work.whole.file.referrals.get(referral)
  const point = data?.points.find((one) => one.id === file?.servicePoint)
  const slip = file && code !== null ? slipOf(file, { code, servicePoint: file.servicePoint, on }) : null
  return (
    <Page
      title={t('slip.title')}
      crumbs={
        <AppLink to={`/cases/${id}`} search={{ part: 'referrals' }}>
          {t('case.page')}
        </AppLink>
      }
    >
      {work.asked.error && work.answer === undefined && <CaseAbsent error={work.asked.error} again={work.asked.again} />}
      {work.asked.loading && <Loading />}
      {work.answer !== undefined && file === undefined && <EmptyState title={t('slip.unknown')} />}
      {slip && !slip.ok && <Note tone="red">{refusalText(slip.refusal.code, slip.refusal.facts)}</Note>}
      {slip?.ok === true && data && (
        <>
          <div className="no-print stack">
            <p>{t('slip.explain')}</p>
            <DateField label={t('slip.day')} value={on} onValue={setOn} />
            <div className="form-actions">
              <Button kind="primary" onClick={() => window.print()}>
                {t('slip.print')}
              </Button>
            </div>
          </div>
          <Slip code={slip.value.code} on={slip.value.on} point={point ?? null} />
        </>
      )}
    </Page>
  )
}

interface SlipProps {
  readonly code: string
  readonly on: string
  readonly point: Pick<ServicePointLine, 'facts' | 'areaName'> | null
}
function Slip({ code, on, point }: SlipProps) {
  const { t } = useWords()
  return (
    <article className="slip" aria-label={t('slip.title')}>
      <p className="slip-code">{code}</p>
      <QrCode text={code} label={t('slip.qr')} size={150} />
      {point === null || point.facts.phone === null ? <p className="slip-by-hand">{t('slip.by-hand')}</p> : null}
      {point !== null && <Whom point={point} />}
      <p>
        <DateText date={on} />
      </p>
    </article>
  )
}
/** Of a house that is kept secret, and of a service that is not safe to be seen with, only a function and its telephone. */
function Whom({ point: { facts, areaName } }: { readonly point: Pick<ServicePointLine, 'facts' | 'areaName'> }) {
  const { t } = useWords()
  const isShown = facts.type !== 'safehouse' && facts.safeToRefer === 'yes'
  return (
    <>
      {isShown && (
        <p>
          <b>{facts.name}</b>
          <br />
          {areaName}
        </p>
      )}
      <p>
        {t(`directory.role.${facts.contactRole}`)}
        {facts.phone !== null && (
          <>
            <br />
            <b>{facts.phone}</b>
          </>
        )}
      </p>
      {isShown && facts.hours !== null && <p>{facts.hours}</p>}
    </>
  )
}
