/*
What is offered for a need, from the list that lies here: the same rule as on the server, so that it answers without network too. Nothing that is
asked is sent anywhere or stays in the address; consent is no part of the question.
*/
import { languageName } from '../languages.ts'
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type DirectoryAnswer, type Gender, type ServiceType, ruleOf } from '../../contract-directory.ts'
import { firstAgeBands } from '../../domain/consent/age-bands.ts'
import { suggestions } from '../../domain/referral/service-point.ts'
import { genders, serviceTypes } from './point-filters.ts'
import { FreshnessMark, PhoneLink, SafeMark, useReceived } from './point-marks.tsx'
import './directory.css'

interface Need {
  readonly type: ServiceType
  readonly area: string
  readonly ageBand: string
  readonly gender: Gender
  readonly language: string
  readonly needsAccess: boolean
}
export function FindServiceScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<DirectoryAnswer>('/api/service-points')
  const [need, setNeed] = useState<Need>({
    ...{ type: 'medical', area: '', ageBand: '18-and-over', gender: 'Feminine', language: '', needsAccess: false },
  })
  return (
    <Page
      title={t('directory.find')}
      under={t('directory.find.under')}
      answer={answer}
      crumbs={<AppLink to="/directory">{t('directory.title')}</AppLink>}
    >
      {error && !data && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Panel>
            <NeedForm data={data} need={need} setNeed={setNeed} />
          </Panel>
          <Offered data={data} need={need} />
          <Source>
            {t('directory.rule', { amber: data.rules.amberAfterDays, hidden: data.rules.hiddenAfterDays, mark: data.rules.mark })}
          </Source>
        </>
      )}
    </Page>
  )
}
interface FormProps {
  readonly data: DirectoryAnswer
  readonly need: Need
  readonly setNeed: (need: Need) => void
}
function NeedForm({ data, need, setNeed }: FormProps) {
  const { t, language } = useWords()
  const { ageText } = useReceived()
  const any = { value: '', label: t('directory.any') }
  const spoken = [...new Set(data.points.flatMap((one) => one.facts.languages))].toSorted()
  return (
    <div className="stack">
      <div className="field-row">
        <SelectField
          label={t('directory.type')}
          value={need.type}
          options={serviceTypes.map((value) => ({ value, label: t(`directory.type.${value}`) }))}
          onValue={(type) => setNeed({ ...need, type })}
        />
        <SelectField
          label={t('directory.area')}
          value={need.area}
          options={[any, ...data.areas.map(({ code, name }) => ({ value: code, label: name }))]}
          onValue={(area) => setNeed({ ...need, area })}
        />
      </div>
      <div className="field-row">
        <SelectField
          label={t('directory.age')}
          value={need.ageBand}
          options={firstAgeBands.map(({ band }) => ({ value: band, label: ageText(band) }))}
          onValue={(ageBand) => setNeed({ ...need, ageBand })}
        />
        <SelectField
          label={t('directory.gender')}
          value={need.gender}
          options={genders.map((value) => ({ value, label: t(`directory.gender.${value}`) }))}
          onValue={(gender) => setNeed({ ...need, gender })}
        />
        <SelectField
          label={t('directory.languages')}
          value={need.language}
          options={[any, ...spoken.map((value) => ({ value, label: languageName(value, language) }))]}
          onValue={(spokenHere) => setNeed({ ...need, language: spokenHere })}
        />
      </div>
      <CheckChoice
        label={t('directory.access.needed')}
        checked={need.needsAccess}
        onChecked={(needsAccess) => setNeed({ ...need, needsAccess })}
      />
    </div>
  )
}
function Offered({ data, need }: Pick<FormProps, 'data' | 'need'>) {
  const { t } = useWords()
  const lines = new Map(data.points.map((one) => [one.id.toString(), one]))
  const points = data.points.map(({ id, facts, freePlaces, verifiedOn }) => ({
    ...{ id, ...facts, organisation: facts.organisation ?? facts.name, freePlaces, verifiedOn },
  }))
  // Who said no language cannot lack one in common.
  const languages = need.language === '' ? data.points.flatMap((one) => one.facts.languages) : [need.language]
  const offered = suggestions(points, { ...need, area: need.area || null, languages }, { today: todayHere(), rule: ruleOf(data.rules) })
  if (offered.length === 0) return <EmptyState title={t('directory.find.none')}>{t('directory.find.none.do')}</EmptyState>
  return (
    <>
      {offered.map(({ point, cautions }) => {
        const line = lines.get(point.id)
        return line ? (
          <Panel key={point.id} title={line.facts.name} aside={<SafeMark facts={line.facts} />}>
            <div className="stack">
              <span>
                {line.areaName} · <FreshnessMark point={line} /> · {t(`directory.role.${line.facts.contactRole}`)} :{' '}
                <PhoneLink phone={line.facts.phone} />
              </span>
              {line.facts.hours !== null && <span>{line.facts.hours}</span>}
              {cautions.length > 0 && <span className="small">{cautions.map((one) => t(`directory.caution.${one}`)).join(' · ')}</span>}
              <AppLink to={`/directory/${point.id}`}>{t('directory.open')}</AppLink>
            </div>
          </Panel>
        ) : null
      })}
    </>
  )
}
