/* What an item on the shelves is called: the module that made the command says it. */
import { useEffect, useState } from 'react'
import type { OutboxItem, Phone } from '../../../app/field/phone.ts'
import { useWords } from '../../../app/words.ts'

export function useItemTitle(_phone: Phone, item: OutboxItem): string {
  const { t } = useWords()
  const plain = t('phone.item.path', { path: item.path })
  const [title, setTitle] = useState(plain)
  useEffect(() => setTitle(plain), [plain])
  return title
}
