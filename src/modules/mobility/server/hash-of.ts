/* What a sending says of its group rows, which lie beside the log. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import type { FlowGroup } from '../contract.ts'

export const hashOf = (groups: readonly FlowGroup[]): string => createHash('sha256').update(canonicalJson(groups)).digest('hex')
