/* Which inspections of this telephone could be handed over, and the door to taking one. */
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import type { Phone } from '../../../app/field/phone.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import { DeskNote } from './desk-note.tsx'
import { usePhone } from './use-phone.ts'

export function HandOverListScreen() {
  const { t } = useWords()
  const phone = usePhone()
  return phone === null ? <DeskNote title={t('hand.title')} /> : <List phone={phone} />
}

function List({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const [subjects, setSubjects] = useState<readonly string[]>([])
  useEffect(() => {
    let wanted = true
    void phone.outbox.items().then((items) => wanted && setSubjects([...new Set(items.map((item) => item.subject))]))
    return () => {
      wanted = false
    }
  }, [phone])
  const inspections = subjects.filter((one) => one.startsWith('inspection:')).map((one) => one.slice('inspection:'.length))
  return (
    <Page title={t('hand.title')} actions={<LinkButton to="/field/take-over">{t('hand.take')}</LinkButton>}>
      <Panel title={t('hand.which')}>
        {inspections.length === 0 && <EmptyState title={t('hand.nothing')}>{t('hand.nothing.do')}</EmptyState>}
        <ul className="plain-list stack">
          {inspections.map((inspection) => (
            <Line key={inspection} inspection={inspection} />
          ))}
        </ul>
      </Panel>
    </Page>
  )
}

function Line({ inspection }: { readonly inspection: string }) {
  const { t } = useWords()
  const page = useAnswer<{ readonly name: string; readonly on: string }>(`/api/inspections/${inspection}`).data
  return (
    <li className="row tight">
      <span className="grow">
        <AppLink to={`/inspections/${inspection}`}>{page?.name ?? '…'}</AppLink> {page?.on.split('-').toReversed().join('-')}
      </span>
      <LinkButton to={`/field/hand-over/${inspection}`}>{t('hand.give')}</LinkButton>
    </li>
  )
}
