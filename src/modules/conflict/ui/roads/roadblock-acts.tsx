/* What may be done about one roadblock: seen again, confirmed by another person, lifted. The server decides; a button stands where it is of use. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { RoadblockLine, RoadsAnswer } from '../../contract-roads.ts'
import { GradeFields, useGrade } from './grade-fields.tsx'

interface Props {
  readonly row: RoadblockLine
  readonly may: RoadsAnswer['may']
  readonly again: () => void
}
export function RoadblockActs({ row, may, again }: Props) {
  const { t } = useWords()
  return (
    <span className="row tight no-print">
      {may.propose && <OnADay row={row} again={again} act="see" />}
      {may.map && row.state === 'proposed' && !row.own && (
        <ActDialog
          {...{ title: t('roads.confirm'), explain: t('roads.confirm.explain', { name: row.name }), go: t('roads.confirm.go') }}
          path={`/api/conflict/roadblocks/${row.id}/confirmations`}
          kind="plain"
          data={{}}
          onDone={again}
        >
          {null}
        </ActDialog>
      )}
      {may.map && row.state !== 'lifted' && <OnADay row={row} again={again} act="lift" />}
    </span>
  )
}

const ways = { see: { path: 'sightings', day: 'seenOn' }, lift: { path: 'liftings', day: 'liftedOn' } } as const
function OnADay({ row, again, act }: Omit<Props, 'may'> & { readonly act: keyof typeof ways }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere())
  const grade = useGrade()
  const { path, day } = ways[act]
  return (
    <ActDialog
      {...{ title: t(`roads.${act}`), explain: t(`roads.${act}.explain`, { name: row.name }), go: t(`roads.${act}.go`), kind: 'plain' }}
      path={`/api/conflict/roadblocks/${row.id}/${path}`}
      data={on === '' || grade.whole === null ? null : { [day]: on, source: grade.whole }}
      missing={t('roads.act.missing')}
      onDone={again}
    >
      <DateField label={t(`roads.${act}.on`)} value={on} max={todayHere()} onValue={setOn} required />
      <GradeFields {...grade} />
    </ActDialog>
  )
}
