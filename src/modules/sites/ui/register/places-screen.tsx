/*
Sites whose papers and position name different places, side by side, for the province to settle one by one. Nothing is moved: a word
with its reason is written down, and opens again when one of the two sides changes.
*/
import { useState } from 'react'
import { useAllPages } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Figure } from '../../../../app/kit/figure.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { InstantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { PlaceVerdict } from '../../contract-register.ts'
import type { PlaceDisagreements, PlaceRowShown } from '../../domain/register/register-answers.ts'

const verdicts = ['stated-right', 'position-right', 'boundary-doubt', 'both-wrong'] as const

export function PlacesScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const mayEdit = mayOpen('sites.register', useMe().data)
  const { province = '', settled = '' } = state
  const asked = useAllPages<PlaceDisagreements>(
    (page) => `/api/sites/place-disagreements${writeSearch({ province, settled, page, pageSize: 500 })}`,
    ({ rows, total }) => ({ rows: rows.length, total }),
  )
  const { data, answer, error, again, pages } = asked
  if (error) return <ErrorState error={error} again={again} />
  if (!data || !pages) return <Progress label={t('app.loading')} done={asked.done} of={asked.total} />
  const rows = pages.flatMap((page) => page.rows)
  const provinces = Object.entries(data.byProvince).map(([code, n]) => ({
    value: code,
    label: `${rows.find((row) => row.computedProvince?.code === code)?.computedProvince?.name ?? code} (${n})`,
  }))
  return (
    <Page title={t('places.title')} under={t('places.under')} answer={answer}>
      <div className="figures">
        <Figure number={data.open} label={t('places.open', { n: data.open })} source={t('places.source')} />
        <Figure number={data.settled} label={t('places.settled', { n: data.settled })} source={t('places.source')} />
        <Figure number={data.provinceDiffers} label={t('places.province-differs')} source={t('places.source')} />
        <Figure number={data.territoireDiffers} label={t('places.territoire-differs')} source={t('places.source')} />
        <Figure number={data.unknownName} label={t('places.unknown-name')} source={t('places.source')} />
      </div>
      <ComparedNote data={data} />
      <DataTable
        caption={t('places.title')}
        file="place-disagreements"
        rows={rows}
        columns={placeColumns(t, mayEdit)}
        rowKey={(row) => row.site}
        order="name"
        empty={
          data.inProvince === 0 && data.inTerritoire === 0 ? (
            <EmptyState title={t('places.nothing-compared')}>{t('places.nothing-compared.do')}</EmptyState>
          ) : (
            <EmptyState title={t('places.none')}>{t('places.none.do')}</EmptyState>
          )
        }
        tools={
          <>
            <SelectField
              label={t('places.province')}
              value={province}
              onValue={(value) => change({ province: value })}
              options={[{ value: '', label: t('places.all-provinces') }, ...provinces]}
            />
            <SelectField
              label={t('places.state')}
              value={settled}
              onValue={(value) => change({ settled: value })}
              options={[
                { value: '', label: t('places.state.all') },
                { value: 'false', label: t('places.state.open') },
                { value: 'true', label: t('places.state.settled') },
              ]}
            />
          </>
        }
      />
    </Page>
  )
}

/** How far the comparison reached: what lies in no loaded boundary was compared with nothing. */
function ComparedNote({ data }: { readonly data: PlaceDisagreements }) {
  const { t } = useWords()
  const { positioned, inProvince, inTerritoire } = data
  const missing = (['province', 'territoire'] as const).filter((level) => (level === 'province' ? inProvince : inTerritoire) === 0)
  return (
    <>
      <p className="small">{t('places.compared', { positioned, inProvince, inTerritoire })}</p>
      {positioned > 0 &&
        missing.map((level) => (
          <Note key={level}>
            <b>{t(`places.not-loaded.${level}`)}</b> {t('places.load')}{' '}
            <code>
              bin/chanzo import boundaries {t('places.file')} --level {level}
            </code>
          </Note>
        ))}
    </>
  )
}

type Area = PlaceRowShown['computedProvince']
const areaText = (area: Area): string => (area === null ? '' : `${area.name} (${area.kind}, ${area.code})`)
const statedText = ({ stated, statedTerritoire, statedProvince }: PlaceRowShown): string =>
  [
    statedProvince ? areaText(statedProvince) : stated.province,
    statedTerritoire ? areaText(statedTerritoire) : stated.territoire,
    stated.village,
  ]
    .filter(Boolean)
    .join(' › ')
const computedText = (row: PlaceRowShown): string =>
  [areaText(row.computedProvince), areaText(row.computedTerritoire)].filter(Boolean).join(' › ')

function placeColumns(t: Translate, mayEdit: boolean): readonly Column<PlaceRowShown>[] {
  const what = ({ differs }: PlaceRowShown): string =>
    [
      differs.province && t('places.differs.province'),
      differs.territoire && t('places.differs.territoire'),
      differs.unknownName && t('places.differs.unknown'),
    ]
      .filter(Boolean)
      .join(', ')
  const decided = (row: PlaceRowShown): string => (row.settled === null ? '' : t(`places.verdict.${row.settled.verdict}`))
  return [
    {
      key: 'name',
      header: t('sites.site'),
      value: (row) => row.name,
      cell: (row) => (
        <>
          <AppLink to={`/sites/${row.site}`}>{row.name}</AppLink> <span className="small">{row.nationalId}</span>
        </>
      ),
    },
    { key: 'stated', header: t('place.stated'), value: statedText, cell: statedText },
    { key: 'computed', header: t('place.computed'), value: computedText, cell: computedText },
    { key: 'what', header: t('places.what'), value: what, cell: what },
    {
      key: 'origin',
      header: t('register.origin'),
      value: (row) => (row.position ? t(`place.origin.${row.position.origin}`) : ''),
      cell: (row) => (row.position ? t(`place.origin.${row.position.origin}`) : '–'),
    },
    {
      key: 'settled',
      header: t('places.decision'),
      value: (row) => [decided(row), row.settled?.reason].filter(Boolean).join(' · '),
      cell: (row) => (
        <div className="stack" style={{ gap: 6 }}>
          {row.settled && (
            <span>
              {decided(row)} · {row.settled.reason}
              <br />
              <span className="small">
                {row.settled.organisation ?? wordOr(`role.${row.settled.role ?? ''}`, row.settled.role ?? '')} ·{' '}
                <InstantText at={row.settled.at} />
              </span>
            </span>
          )}
          {mayEdit && <SettleDialog row={row} />}
        </div>
      ),
    },
  ]
}

function SettleDialog({ row }: { readonly row: PlaceRowShown }) {
  const { t } = useWords()
  const [verdict, setVerdict] = useState<PlaceVerdict | ''>('')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('places.settle')}
      explain={t('places.settle.explain', { name: row.name, stated: statedText(row), computed: computedText(row) })}
      go={t('places.settle.go')}
      kind="plain"
      path={`/api/sites/${row.site}/settled-place`}
      data={verdict !== '' && reason.trim() !== '' ? { verdict, reason: reason.trim() } : null}
    >
      <Choice
        legend={t('places.decision')}
        value={verdict}
        onValue={setVerdict}
        options={verdicts.map((value) => ({ value, label: t(`places.verdict.${value}`), hint: t(`places.verdict.${value}.hint`) }))}
      />
      <LongTextField label={t('register.reason')} value={reason} onValue={setReason} rows={2} maxLength={400} required />
    </ActDialog>
  )
}
