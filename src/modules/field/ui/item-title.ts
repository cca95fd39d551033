/* What an item on the shelves is called: the module that made the command says it. */
import { useEffect, useState } from 'react'
import { keptAnswers } from '../../../app/field/kept-answers.ts'
import { offlineParts } from '../../../app/field/offline-parts.ts'
import type { OutboxItem, Phone } from '../../../app/field/phone.ts'
import { type Translate, useWords } from '../../../app/words.ts'

export function useItemTitle(phone: Phone, item: OutboxItem): string {
  const { t } = useWords()
  const [title, setTitle] = useState('…')
  useEffect(() => {
    let wanted = true
    void titleOf(phone, item, t).then((found) => {
      if (wanted) setTitle(found)
    })
    return () => {
      wanted = false
    }
  }, [phone, item, t])
  return title
}

async function titleOf(phone: Phone, item: OutboxItem, t: Translate): Promise<string> {
  const part = offlineParts.find((one) => one.subjectOf(item.path, item.id) !== null)
  if (part === undefined) return t('phone.item.path', { path: item.path })
  const answers = keptAnswers(phone.store)
  const { key, facts } = await part.titleOf(item, {
    waiting: await phone.outbox.items(),
    kept: async (path) => (await answers.read(path))?.data,
    now: phone.now(),
  })
  return t(key, facts)
}
