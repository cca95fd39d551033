/* What a hand-over holds, in the words of the team: site, day, who has answered, who disagrees, who has signed. */
import { useEffect, useState } from 'react'
import type { Phone } from '../../../app/field/phone.ts'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { dateText } from '../../../kernel/phrase.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import { fieldsOf, shownHere } from './hand-over-pack.ts'

export function HandedOver({ phone, inspection }: { readonly phone: Phone; readonly inspection: string }) {
  const [page, setPage] = useState<unknown>(null)
  useEffect(() => {
    let wanted = true
    void shownHere(phone, inspection).then((found) => wanted && setPage(found))
    return () => {
      wanted = false
    }
  }, [phone, inspection])
  return page === null ? null : <HandedPage page={page} />
}

export function HandedPage({ page }: { readonly page: unknown }) {
  const { t } = useWords()
  const { name, on, answered, questions, members, answers, dissents, signatures } = fieldsOf(page)
  const bodies = (list: unknown, field: string): string =>
    [...new Set(rows(list).map((one) => one[field]))]
      .filter((body) => typeof body === 'string')
      .map((body) => wordOr(`body.${body}`, body))
      .join(', ') || '–'
  return (
    <Panel title={typeof name === 'string' ? name : t('hand.title')}>
      <Pairs
        lines={[
          [t('hand.day'), typeof on === 'string' ? dateText(on) : '–'],
          [t('hand.team'), bodies(members, 'body')],
          [t('hand.answered'), t('hand.answered.of', { answered: Number(answered), of: Number(questions) })],
          [t('hand.forms'), bodies(answers, 'by')],
          [t('hand.dissents'), bodies(dissents, 'by')],
          [t('hand.signed-by'), bodies(signatures, 'body')],
        ]}
      />
    </Panel>
  )
}
const rows = (list: unknown): readonly { readonly [name: string]: unknown }[] => (Array.isArray(list) ? list.map(fieldsOf) : [])
