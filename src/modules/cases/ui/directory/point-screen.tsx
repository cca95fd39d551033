/* One service point: how to reach it, who is received, how fresh that is. Who keeps it verifies with one tap. Without network: what the list says. */
import { useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { CloseServicePoint, DirectoryAnswer, ServicePointDetail, ServicePointLine } from '../../contract-directory.ts'
import { PlacePanel } from './place-panel.tsx'
import { FreshnessMark, PhoneLink, SafeMark, useReceived } from './point-marks.tsx'
import './directory.css'

export function ServicePointScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['servicePoint'] ?? ''
  const { data, answer, error, again } = useAnswer<ServicePointDetail>(`/api/service-points/${id}`)
  const listed = useAnswer<DirectoryAnswer>('/api/service-points')
  const point = data?.point ?? listed.data?.points.find((one) => one.id === id)
  return (
    <Page
      title={point?.facts.name ?? t('directory.title')}
      crumbs={<AppLink to="/directory">{t('directory.title')}</AppLink>}
      marks={point && <SafeMark facts={point.facts} />}
      answer={answer ?? listed.answer}
      actions={data?.may.keep ? <Acts detail={data} again={again} /> : undefined}
    >
      {error && !point && <ErrorState error={error} again={again} />}
      {!point && !error && <Loading />}
      {data?.closed && (
        <Note tone="red">
          {t('directory.closed', { on: '\u0000', why: t(`directory.close.${data.closed.reason}`) }).split('\u0000')[0]}
          <DateText date={data.closed.on} />
          {t('directory.closed', { on: '\u0000', why: t(`directory.close.${data.closed.reason}`) }).split('\u0000')[1]}
        </Note>
      )}
      {point && <Facts point={point} />}
      {data && (
        <div className="columns">
          <Panel title={t('directory.place')}>
            <p>{t(data.hasPlace ? 'directory.place.sealed' : 'directory.place.none')}</p>
            <PlacePanel thing="service-points" id={id} hasPlace={data.hasPlace} keeps={data.may.keep} onSealed={again} />
          </Panel>
          <Panel title={t('directory.history')}>
            <ul className="plain-list">
              {data.history.map((one, at) => (
                <li key={at}>
                  <DateText date={one.on} /> · {t(`directory.did.${one.what}`)} {t('directory.by', { body: one.body })}
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
      {listed.data && (
        <Source>
          {t('directory.rule', {
            ...{ amber: listed.data.rules.amberAfterDays, hidden: listed.data.rules.hiddenAfterDays, mark: listed.data.rules.mark },
          })}
        </Source>
      )}
    </Page>
  )
}

function Facts({ point }: { readonly point: ServicePointLine }) {
  const { t } = useWords()
  const { ageText, languages, genders } = useReceived()
  const { facts } = point
  const unknown = t('directory.unknown')
  return (
    <>
      {facts.safeToRefer !== 'yes' && (
        <Note tone={facts.safeToRefer === 'no' ? 'red' : 'warn'}>
          {t(facts.safeToRefer === 'no' ? 'directory.unsafe' : 'directory.careful')}{' '}
          {facts.safetyReason !== null && t(`directory.reason.${facts.safetyReason}`)}
        </Note>
      )}
      <div className="columns">
        <Panel>
          <Pairs
            lines={[
              [t('directory.phone'), <PhoneLink key="phone" phone={facts.phone} />],
              [t('directory.role'), t(`directory.role.${facts.contactRole}`)],
              [t('directory.hours'), facts.hours ?? unknown],
              [t('directory.area'), point.areaName],
              [t('directory.type'), t(`directory.type.${facts.type}`)],
              [
                t('directory.verified'),
                <span key="verified">
                  {point.verifiedOn === null ? t('directory.never') : <DateText date={point.verifiedOn} />} <FreshnessMark point={point} />{' '}
                  {point.verifiedBy !== null && <span className="small">{t('directory.by', { body: point.verifiedBy })}</span>}
                </span>,
              ],
            ]}
          />
        </Panel>
        <Panel>
          <Pairs
            lines={[
              [t('directory.genders'), genders(facts)],
              [t('directory.ages'), facts.ageBands.length === 0 ? t('directory.ages.all') : facts.ageBands.map(ageText).join(', ')],
              [t('directory.languages'), languages(facts)],
              [t('directory.cost'), t(`directory.cost.${facts.cost}`)],
              [t('directory.access'), t(facts.isAccessible ? 'directory.access.yes' : 'directory.access.no')],
              [t('directory.capacity'), facts.capacity ?? unknown],
              [t('directory.free'), point.freePlaces ?? unknown],
            ]}
          />
        </Panel>
      </div>
    </>
  )
}

const reasons = ['closed-for-good', 'moved', 'double', 'not-safe'] as const
function Acts({ detail, again }: { readonly detail: ServicePointDetail; readonly again: () => void }) {
  const { t } = useWords()
  const { id } = detail.point
  const { send, sending, error, receipt } = useCommand(`/api/service-points/${id}/verifications`)
  const [reason, setReason] = useState<CloseServicePoint['reason']>('closed-for-good')
  const verify = async () => {
    if ((await send({}).catch(() => null)) !== null) again()
  }
  return (
    <>
      <Button kind="primary" busy={sending} onClick={() => void verify()}>
        {t('directory.verify')}
      </Button>
      {receipt && <span role="status">{t('directory.verify.done')}</span>}
      {error && <ErrorState error={error} />}
      <LinkButton to={`/directory-edit/${id}`}>{t('directory.edit')}</LinkButton>
      <ActDialog
        title={t('directory.close')}
        explain={t('directory.close.explain')}
        go={t('directory.close.go')}
        kind="danger"
        path={`/api/service-points/${id}/closings`}
        data={{ reason }}
        onDone={again}
      >
        <SelectField
          label={t('directory.close.why')}
          value={reason}
          options={reasons.map((value) => ({ value, label: t(`directory.close.${value}`) }))}
          onValue={setReason}
        />
      </ActDialog>
    </>
  )
}
