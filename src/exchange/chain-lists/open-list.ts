/* Opens either kind of file by its first bytes. */
import { open } from 'node:fs/promises'
import { type Outcome, refused } from '../../kernel/outcome.ts'
import { openCsv } from './open-csv.ts'
import type { OpenedList } from './open-rows.ts'
import { openXlsx } from './open-xlsx.ts'

export async function openList(path: string): Promise<Outcome<OpenedList>> {
  const file = await open(path, 'r')
  const first = Buffer.alloc(4)
  try {
    await file.read(first, 0, 4, 0)
  } finally {
    await file.close()
  }
  if (first[0] === 0x50 && first[1] === 0x4b) return openXlsx(path)
  if (first[0] === 0xd0 && first[1] === 0xcf) return refused('chain-list-old-workbook')
  return openCsv(path)
}
