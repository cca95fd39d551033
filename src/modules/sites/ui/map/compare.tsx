/* Two days beside each other: which sites changed their mark, as a table with a file, and how many went which way. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { changesBetween, mostOf } from './changes.ts'
import { type LayerName, marksOf } from './layers.ts'
import { MarkPicture } from './mark-picture.tsx'
import type { MarkedSite } from './site-features.ts'

export interface ChangesProps {
  readonly layer: LayerName
  readonly before: readonly MarkedSite[]
  readonly after: readonly MarkedSite[]
  readonly then: string
  readonly now: string
}
export function Changes({ layer, before, after, then, now }: ChangesProps) {
  const { t } = useWords()
  const changes = changesBetween(before, after)
  const marks = new Map(marksOf[layer].map((mark) => [mark.key, mark]))
  const word = (key: string | null): string => {
    const mark = key === null ? undefined : marks.get(key)
    return mark ? t(mark.word) : t('map.compare.new')
  }
  const cell = (key: string | null) => {
    const mark = key === null ? undefined : marks.get(key)
    return (
      <>
        {mark && <MarkPicture mark={mark} />} {word(key)}
      </>
    )
  }
  const { told, others } = mostOf(changes, 8)
  const ways = told.map(({ from, to, n }) => `${word(from)} → ${word(to)} ${n}`)
  const most = [...ways, ...(others > 0 ? [t('map.compare.others', { n: others })] : [])].join(', ')
  return (
    <Panel title={t('map.compare.changes', { then: dateText(then), now: dateText(now) })}>
      {changes.length > 0 && (
        <p className="small" role="status">
          {t('map.compare.count', { n: changes.length, total: Math.max(before.length, after.length), most })}
        </p>
      )}
      <DataTable
        prefix="c."
        caption={t('map.compare.changes', { then: dateText(then), now: dateText(now) })}
        file={`changes-${layer}-${then}-${now}`}
        rows={changes}
        rowKey={(change) => change.id}
        order="name"
        empty={<EmptyState title={t('map.compare.none')}>{t('map.compare.none.do')}</EmptyState>}
        columns={[
          {
            key: 'name',
            header: t('sites.site'),
            value: (change) => change.name,
            cell: (change) => <AppLink to={`/sites/${change.id}`}>{change.name}</AppLink>,
          },
          {
            key: 'from',
            header: `${t('map.compare.from')} (${dateText(then)})`,
            value: (one) => word(one.from),
            cell: (one) => cell(one.from),
          },
          { key: 'to', header: `${t('map.compare.to')} (${dateText(now)})`, value: (one) => word(one.to), cell: (one) => cell(one.to) },
        ]}
      />
    </Panel>
  )
}
