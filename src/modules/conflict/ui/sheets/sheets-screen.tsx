/* The list of conflict sheets: what the server's cut for the reader holds, whole sheets or territoires, with filters in the address. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { type UrlState, useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { SheetLine, SheetsAnswer } from '../../contract-sheet-answers.ts'
import { Interference, SheetState } from '../../contract-sheets.ts'
import { CutNote } from '../cut-note.tsx'
import { ConfidenceText, InterferenceText, SheetStateMark } from './sheet-marks.tsx'
import { ZonePanel } from './zone-table.tsx'

export function SheetsScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const { province, territoire, interference, round, text, site, actor, workshop } = state
  const filters = { province, territoire, state: state['state'], interference, round, text, site, actor, workshop }
  const { data, answer, error, again } = useAnswer<SheetsAnswer>(`/api/conflict/sheets${writeSearch(filters)}`)
  const isWhole = data?.tier === 'cleared' || data?.tier === 'named'
  return (
    <Page
      title={t('conflict-sheets.title')}
      under={t('sheets.under')}
      answer={answer}
      actions={
        <>
          {data?.may.propose && (
            <LinkButton kind="primary" to="/conflict-sheets/new">
              {t('sheets.propose')}
            </LinkButton>
          )}
          <LinkButton to="/conflict-rounds">{t('sheets.rounds')}</LinkButton>
          <a className="btn" href="/conflict">
            {t('sheets.public')}
          </a>
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      <Filters state={state} change={change} data={data} />
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data?.withheld
        .filter((one) => one !== 'named-beneficiaries' || isWhole)
        .slice(0, 1)
        .map((one) => (
          <Note key={one} tone="calm">
            {t(`sheets.withheld.${one}`)}
          </Note>
        ))}
      <CutNote cut={data?.cut} />
      {data && (isWhole || data.sheets.length > 0) && (
        <Panel title={t(isWhole ? 'conflict-sheets.title' : 'sheets.own')}>
          <DataTable
            caption={t('conflict-sheets.title')}
            file="conflict-sheets"
            rows={data.sheets}
            columns={columnsOf(t)}
            rowKey={(row) => row.sheet}
            order="-as-of"
            plain
            empty={<EmptyState title={t('sheets.none')}>{t('sheets.none.do')}</EmptyState>}
          />
          <Source>{t('sheets.source')}</Source>
        </Panel>
      )}
      {data && data.zones.length > 0 && <ZonePanel zones={data.zones} query={writeSearch({ province, territoire, round })} />}
    </Page>
  )
}

interface FiltersProps {
  readonly state: UrlState
  readonly change: (change: UrlState) => void
  readonly data: SheetsAnswer | undefined
}
function Filters({ state, change, data }: FiltersProps) {
  const { t } = useWords()
  const any = { value: '', label: t('filter.any') }
  const anyOfThem = { value: '', label: t('conflict.any.feminine') }
  const kept = (value: string | undefined, options: readonly { value: string; label: string }[], first = anyOfThem) =>
    !value || options.some((one) => one.value === value) ? [first, ...options] : [first, { value, label: value }, ...options]
  const provinces = (data?.provinces ?? []).map(({ code, name }) => ({ value: code, label: name }))
  const territoires = (data?.zones ?? []).filter((one) => one.level === 'territoire').map((one) => ({ value: one.area, label: one.name }))
  const rounds = (data?.rounds ?? []).map((one) => ({ value: one, label: one }))
  return (
    <Toolbar label={t('violence.filters')}>
      <SelectField
        label={t('sheets.province')}
        value={state['province'] ?? ''}
        options={kept(state['province'], provinces)}
        onValue={(province) => change({ province, territoire: '' })}
      />
      <SelectField
        label={t('sheets.territoire')}
        value={state['territoire'] ?? ''}
        options={kept(state['territoire'], territoires, any)}
        onValue={(territoire) => change({ territoire })}
      />
      <SelectField
        label={t('sheets.round')}
        value={state['round'] ?? ''}
        options={kept(state['round'], rounds)}
        onValue={(round) => change({ round })}
      />
      <SelectField
        label={t('conflict-sheets.state')}
        value={state['state'] ?? ''}
        options={[any, ...SheetState.options.map((value) => ({ value: String(value), label: t(`sheets.state.${value}`) }))]}
        onValue={(chosen) => change({ state: chosen })}
      />
      <SelectField
        label={t('sheets.interference')}
        value={state['interference'] ?? ''}
        options={[anyOfThem, ...Interference.options.map((value) => ({ value: String(value), label: t(`code.interference.${value}`) }))]}
        onValue={(interference) => change({ interference })}
      />
      <TextField label={t('sheets.text')} type="search" value={state['text'] ?? ''} maxLength={120} onValue={(text) => change({ text })} />
    </Toolbar>
  )
}

const columnsOf = (t: Translate): readonly Column<SheetLine>[] => [
  {
    key: 'place',
    header: t('sheets.place'),
    value: (row) => row.name,
    cell: (row) => (
      <>
        <AppLink to={`/conflict-sheets/${row.sheet}`}>{row.name}</AppLink>
        <br />
        <span className="small">{row.territoireName ?? row.provinceName ?? row.province}</span>
      </>
    ),
  },
  {
    key: 'state',
    header: t('conflict-sheets.state'),
    value: (row) => t(`sheets.state.${row.state}`),
    cell: (row) => (
      <>
        <SheetStateMark state={row.state} />
        {row.waiting && (
          <span className="small">
            {' '}
            · {t('sheets.waiting', { version: row.waiting.version, state: t(`sheets.state.${row.waiting.state}`) })}
          </span>
        )}
      </>
    ),
  },
  {
    key: 'interference',
    header: t('sheets.interference'),
    value: (row) => Interference.options.indexOf(row.interference),
    cell: (row) => <InterferenceText value={row.interference} />,
  },
  said('modes', t('sheets.modes'), (row) => row.modes.map((mode) => t(`code.mode.${mode}`)).join(', ') || '–'),
  said('actors', t('sheets.actors'), (row) => row.actors.join(', ') || '–'),
  said('beneficiaries', t('sheets.beneficiaries'), (row) => row.beneficiaries.map((one) => t(`code.beneficiary.${one}`)).join(', ') || '–'),
  {
    key: 'confidence',
    header: t('sheets.confidence'),
    value: (row) => `${row.reliability}${row.credibility}`,
    cell: (row) => <ConfidenceText reliability={row.reliability} credibility={row.credibility} />,
  },
  {
    key: 'as-of',
    header: t('sheets.as-of'),
    value: (row) => row.asOf,
    cell: (row) => (
      <>
        <DateText date={row.asOf} age /> <span className="small">{row.round}</span>
      </>
    ),
  },
]
