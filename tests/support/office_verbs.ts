import { runImport } from '#app/intake/run_import'
import { undoImport } from '#app/intake/undo_import'
import { writeAccount } from '#app/demo/bank/write_account'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { purge } from '#app/keeping/privacy/purge'
import { rehearsePurge } from '#app/keeping/privacy/rehearse_purge'
import { importBankAnswer } from '#app/payments/bank/import_bank_answer'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { abandonRun } from '#app/settlement/abandon_run'
import { approveRun } from '#app/settlement/approval/approve_run'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { holdAssociation } from '#app/settlement/holds/hold_association'
import { submitRun } from '#app/settlement/approval/submit_run'
import { createDocumentPool } from '#app/statements/drawing/document_pool'
import { issueRun } from '#app/statements/issue/issue_run'
import { row } from '#app/shared/rows'
import { importKind } from '#start/import_kinds'
import type { Task, Verb } from '#tests/support/office'

/** Its thread is started once, and dies with the office. */
const pool = createDocumentPool({ size: 1 })

type Deed = (task: Task, at: Date) => Promise<object>

/** What each command does, but at a given instant; `read` does nothing. */
export const VERBS: Record<Verb, Deed> = {
  read: async () => ({}),
  import: async ({ file, people }, at) =>
    runImport(await importKind(file!.kind), file!.path, {
      actorId: people.coordinator,
      validRows: true,
      at,
    }),
  undo: ({ importId, people }) => undoImport(importId!, people.coordinator, importKind),
  calculate: ({ runId, people }, at) => calculateRun(runId!, people.finance, at),
  submit: ({ runId, people }, at) => submitRun(runId!, people.finance, at),
  approve: ({ runId, people }, at) => approveRun(runId!, people.approver, at),
  hold: ({ runId, people }) =>
    holdAssociation({
      runId: runId!,
      associationCode: 'AV01',
      reason: 'Un doute',
      actorId: people.finance,
    }),
  abandon: ({ runId, people }) => abandonRun(runId!, people.finance, 'Ouverte par erreur'),
  issue: ({ runId, people }, at) => issueRun({ runId: runId!, actorId: people.finance, at, pool }),
  order: ({ runId, people, executionDate }, at) =>
    createTransferOrder({ runIds: [runId!], executionDate, actorId: people.finance, at }),
  answer: async ({ people, executionDate }, at) =>
    importBankAnswer({
      bytes: await lotDebited(executionDate),
      fileName: 'releve.xml',
      actorId: people.finance,
      at,
    }),
  purge: async ({ people: { finance } }, at) =>
    purge((await rehearsePurge(finance, at)).digest, finance, at),
}

/** The statement of the account on which the only order is debited: the same bytes in each process. */
async function lotDebited(on: string): Promise<Buffer> {
  const order = (await row<{ messageId: string; total: number }>(
    'SELECT message_id AS "messageId", total_cents AS total FROM transfer_orders'
  ))!
  const line = { on, amount: -order.total, reference: 'LOT', orderId: order.messageId }
  const { debtorIban: iban } = DEMO_SETTINGS
  return Buffer.from(writeAccount({ name: 'CPT', iban, on, opening: 10_000_000, lines: [line] }))
}
