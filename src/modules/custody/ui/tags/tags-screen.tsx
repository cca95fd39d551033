/* Tags on their shelves: the stock, the requests, the boxes of the sites, what is out today, what was declared. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Tabs } from '../../../../app/kit/tabs.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { TagBatchSummary } from '../../contract.ts'
import { AskDialog } from './ask-dialog.tsx'
import { BoxShelf, DeclaredShelf, RequestShelf, TodayShelf } from './shelves.tsx'
import { StockShelf } from './stock-shelf.tsx'
import { RegisterDialog } from './tag-dialogs.tsx'
import '../custody.css'

export function TagsScreen() {
  const { t } = useWords()
  const me = useMe().data
  const [{ shelf = 'stock' }, change] = useUrlState()
  const stock = useAnswer<{ readonly batches: readonly TagBatchSummary[] }>('/api/tag-batches')
  const tabs = [
    { key: 'stock', label: t('tags.shelf.stock'), content: <StockShelf asked={stock} may={mayOpen('custody.allocate-tags', me)} /> },
    { key: 'requests', label: t('tags.shelf.requests'), content: <RequestShelf /> },
    { key: 'boxes', label: t('tags.shelf.boxes'), content: <BoxShelf /> },
    { key: 'today', label: t('tags.shelf.today'), content: <TodayShelf /> },
    { key: 'declared', label: t('tags.shelf.declared'), content: <DeclaredShelf /> },
  ]
  return (
    <Page
      title={t('tags.title')}
      crumbs={<AppLink to="/lots">{t('lots.title')}</AppLink>}
      answer={stock.answer}
      actions={
        <>
          {mayOpen('custody.hold-tags', me) && <AskDialog />}
          {mayOpen('custody.allocate-tags', me) && <RegisterDialog />}
        </>
      }
    >
      <Tabs label={t('tags.title')} tabs={tabs} value={shelf} onValue={(next) => change({ shelf: next === 'stock' ? '' : next })} />
    </Page>
  )
}
