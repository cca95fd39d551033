/* Who looked at this case, when and at what: asked for by a button, because that look is kept too. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { CaseViews } from '../../contract.ts'
import { ViewOf } from '../../domain/access/views.ts'
import { useColleagues } from '../file/colleagues.ts'
import type { PartProps } from '../file/part-props.ts'
import { viewLabels } from './team-labels.ts'

type View = CaseViews['views'][number]

export function ViewsPanel({ work }: PartProps) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  const { data, error, loading, again } = useAnswer<CaseViews>(shown ? `/api/cases/${work.case}/views` : null)
  const standing = work.answer?.standing
  if (standing === 'guest' || standing === 'witness-reader') return null
  return (
    <Panel title={t('views.title')}>
      {!shown && (
        <div className="no-print">
          <Button onClick={() => setShown(true)}>{t('views.show')}</Button>
        </div>
      )}
      {loading && shown && <Loading />}
      {error && <ErrorState error={error} again={again} />}
      {data && <Table views={data.views} />}
    </Panel>
  )
}
function Table({ views }: { readonly views: readonly View[] }) {
  const { t, language } = useWords()
  const { name } = useColleagues()
  const what = (one: View): string => {
    const known = ViewOf.options.find((code) => code === one.what)
    return known === undefined ? one.what : viewLabels[known][language]
  }
  const who = (one: View): string => name(one.account)
  const columns: readonly Column<View>[] = [
    { key: 'at', header: t('views.at'), value: (one) => one.at, cell: (one) => instantText(one.at) },
    { key: 'who', header: t('views.who'), value: who, cell: who },
    { key: 'what', header: t('views.what'), value: what, cell: what },
  ]
  return (
    <DataTable
      caption={t('views.title')}
      file="looks"
      rows={views}
      columns={columns}
      order="-at"
      prefix="v."
      rowKey={(one) => `${one.at} ${one.account} ${one.what}`}
      empty={<EmptyState title={t('views.none')} />}
    />
  )
}
