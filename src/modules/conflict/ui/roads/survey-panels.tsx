/* Who looked for roadblocks where: surveys, the territoires at which nobody looked by name, and what a territoire tells. Silence stands only beside a survey. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { addMonths } from '../../../../kernel/calendar.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { RoadsAnswer, SurveyLine, TerritoireRoads } from '../../contract-roads.ts'

interface Props {
  readonly data: RoadsAnswer
}
export function Surveys({ data, again }: Props & { readonly again: () => void }) {
  const { t } = useWords()
  const unlooked = data.territoires.filter((one) => one.looked === 'no')
  const columns: readonly Column<SurveyLine>[] = [
    said('areas', t('roads.survey.areas'), (row) => row.areaNames.join(', ')),
    {
      ...{ key: 'days', header: t('roads.survey.days'), value: (row) => row.until },
      cell: (row) => t('roads.survey.day-range', { from: dateText(row.from), until: dateText(row.until) }),
    },
    said('by', t('roads.survey.by'), (row) => row.lookedBy),
    said('method', t('roads.survey.method'), (row) => row.method ?? '–'),
  ]
  return (
    <Panel title={t('roads.surveys')} {...(data.may.map ? { aside: <DeclareSurvey areas={data.territoires} again={again} /> } : {})}>
      {data.territoires.length > 0 &&
        (unlooked.length === 0 ? (
          <p className="small">{t('roads.not-looked.none')}</p>
        ) : (
          <Note>
            <b>
              {t('roads.not-looked')}
              {t('app.colon')}
            </b>{' '}
            {unlooked.map((one) => one.name).join(', ')}
          </Note>
        ))}
      {data.withheld.length === 0 && (
        <DataTable
          {...{ caption: t('roads.surveys'), file: 'roadblock-surveys', rows: data.surveys, columns, order: '-days', prefix: 's.' }}
          rowKey={(row) => row.id}
          plain
          empty={<EmptyState title={t('roads.surveys.none')}>{t('roads.surveys.do')}</EmptyState>}
        />
      )}
    </Panel>
  )
}

/** A class is told or not; how many of them is told to nobody here. */
export function Territoires({ data }: Props) {
  const { t } = useWords()
  const columns: readonly Column<TerritoireRoads>[] = [
    said('area', t('roads.area'), (row) => row.name),
    said('held', t('roads.held-by'), (row) => row.operators.map((one) => t(`route.operator.${one}`)).join(', ') || '–'),
    said('taxed', t('roads.taxed'), (row) => row.taxed.map((one) => t(`roads.taxed.${one}`)).join(', ') || '–'),
    said('looked', t('roads.looked'), (row) => t(`roads.looked.${row.looked}`)),
    {
      ...{ key: 'last', header: t('roads.last-looked'), value: (row) => row.lastLooked },
      cell: (row) => <DateText date={row.lastLooked} age />,
    },
  ]
  if (data.territoires.length === 0) return null
  return (
    <Panel title={t('roads.territoires')}>
      <DataTable
        {...{
          caption: t('roads.territoires'),
          file: 'roadblocks-territoires',
          rows: data.territoires,
          columns,
          order: '-held',
          prefix: 't.',
        }}
        rowKey={(row) => row.area}
        empty={null}
      />
    </Panel>
  )
}

function DeclareSurvey({ areas, again }: { readonly areas: readonly TerritoireRoads[]; readonly again: () => void }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [from, setFrom] = useState(() => addMonths(todayHere(), -1))
  const [until, setUntil] = useState(todayHere())
  const [by, setBy] = useState('')
  const [method, setMethod] = useState('')
  const isWhole = chosen.length > 0 && from !== '' && until !== '' && by.trim() !== ''
  return (
    <ActDialog
      {...{ title: t('roads.survey'), explain: t('roads.survey.explain'), go: t('roads.survey.go'), kind: 'plain' }}
      path="/api/conflict/roadblock-surveys"
      data={isWhole ? { areas: chosen, from, until, lookedBy: by.trim(), method: method.trim() === '' ? null : method.trim() } : null}
      missing={t('roads.survey.missing')}
      onDone={again}
    >
      <fieldset className="choices">
        <legend>{t('roads.survey.areas')}</legend>
        {areas.map(({ area, name }) => (
          <CheckChoice
            key={area}
            label={name}
            checked={chosen.includes(area)}
            onChecked={(yes) => setChosen(yes ? [...chosen, area] : chosen.filter((one) => one !== area))}
          />
        ))}
      </fieldset>
      <DateField label={t('roads.survey.from')} value={from} max={todayHere()} onValue={setFrom} required />
      <DateField label={t('roads.survey.until')} value={until} max={todayHere()} onValue={setUntil} required />
      <TextField label={t('roads.survey.by')} hint={t('roads.source.hint')} value={by} maxLength={160} onValue={setBy} required />
      <TextField label={t('roads.survey.method')} value={method} maxLength={400} onValue={setMethod} />
    </ActDialog>
  )
}
