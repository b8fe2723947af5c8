import { MONEY } from '#app/accounts/access'
import { MOST_HITS, type Query, type SearchGroup } from '#app/reporting/search/hit'
import { formatAmount, formatDay, maskIban } from '#app/shared/french_format'
import { rows } from '#app/shared/rows'

/** Statements by their number, or by what they are worth. */
const statements: SearchGroup = {
  title: 'Relevés',
  roles: MONEY,
  async find({ upper, cents }: Query) {
    const found = await rows<{ id: number; number: string; name: string; totalCents: number }>(
      `SELECT s.id, s.number, a.name, s.total_cents AS "totalCents" FROM statements s
       JOIN associations a ON a.id = s.association_id
       WHERE s.number = ? OR s.total_cents = ? ORDER BY s.number = ? DESC, s.id DESC LIMIT ${MOST_HITS}`,
      [upper, cents, upper]
    )
    return found.map(({ id, number, name, totalCents }) => ({
      title: number,
      detail: `${name}, ${formatAmount(totalCents)}`,
      href: `/releves/${id}`,
      exact: true,
    }))
  },
}

/** Transfers by the identifier that the bank repeats; one named like its statement is found by it. */
const transfers: SearchGroup = {
  title: 'Virements',
  roles: MONEY,
  async find({ upper }) {
    const found = await rows<{
      endToEndId: string
      orderId: number
      order: string
      amountCents: number
      name: string
    }>(
      `SELECT t.end_to_end_id AS "endToEndId", o.id AS "orderId", o.message_id AS order,
         t.amount_cents AS "amountCents", a.name
       FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id
       JOIN statements s ON s.id = t.statement_id JOIN associations a ON a.id = s.association_id
       WHERE t.end_to_end_id = ? AND s.number <> t.end_to_end_id`,
      [upper]
    )
    return found.map(({ endToEndId, orderId, order, amountCents, name }) => ({
      title: endToEndId,
      detail: `${name}, ${formatAmount(amountCents)}, dans l’ordre ${order}`,
      href: `/ordres/${orderId}?q=${encodeURIComponent(endToEndId)}`,
      exact: true,
    }))
  },
}

const runs: SearchGroup = {
  title: 'Campagnes',
  roles: MONEY,
  async find({ upper, pattern, cents }) {
    const found = await rows<{
      id: number
      code: string
      until: string
      totalCents: number | null
      exact: boolean
    }>(
      `SELECT id, code, until, total_cents AS "totalCents", (code = ? OR total_cents = ?) IS TRUE AS exact FROM runs
       WHERE code ILIKE ? OR total_cents = ? ORDER BY exact DESC, id DESC LIMIT ${MOST_HITS}`,
      [upper, cents, pattern, cents]
    )
    return found.map(({ id, code, until, totalCents, exact }) => ({
      title: code,
      detail: `fiches reçues avant le ${formatDay(until)}${totalCents === null ? '' : `, ${formatAmount(totalCents)}`}`,
      href: `/campagnes/${id}`,
      exact,
    }))
  },
}

const orders: SearchGroup = {
  title: 'Ordres de virement',
  roles: MONEY,
  async find({ upper, pattern, cents }) {
    const found = await rows<{
      id: number
      messageId: string
      day: string
      totalCents: number
      exact: boolean
    }>(
      `SELECT id, message_id AS "messageId", execution_date AS day, total_cents AS "totalCents",
         (message_id = ? OR total_cents = ?) IS TRUE AS exact FROM transfer_orders
       WHERE message_id ILIKE ? OR total_cents = ? ORDER BY exact DESC, id DESC LIMIT ${MOST_HITS}`,
      [upper, cents, pattern, cents]
    )
    return found.map(({ id, messageId, day, totalCents, exact }) => ({
      title: messageId,
      detail: `exécution le ${formatDay(day)}, ${formatAmount(totalCents)}`,
      href: `/ordres/${id}`,
      exact,
    }))
  },
}

/** Money that funders sent, by its amount or its reference. */
const receipts: SearchGroup = {
  title: 'Versements reçus',
  roles: MONEY,
  async find({ text, cents }) {
    const found = await rows<{
      id: number
      reference: string
      code: string
      day: string
      amountCents: number
    }>(
      `SELECT c.id, r.reference, c.code, r.received_on AS day, r.amount_cents AS "amountCents"
       FROM living_receipts r JOIN conventions c ON c.id = r.convention_id
       WHERE r.reference = ? OR r.amount_cents = ? ORDER BY r.received_on DESC, r.id DESC LIMIT ${MOST_HITS}`,
      [text, cents]
    )
    return found.map(({ id, reference, code, day, amountCents }) => ({
      title: reference,
      detail: `${formatAmount(amountCents)} reçus le ${formatDay(day)} pour ${code}`,
      href: `/conventions/${id}#versements`,
      exact: true,
    }))
  },
}

/** Accounts by the last four of their IBAN: the whole of it is never typed in an address. */
const accounts: SearchGroup = {
  title: 'Coordonnées bancaires',
  roles: MONEY,
  async find({ upper }) {
    if (!/^[A-Z0-9]{4}$/.test(upper)) return []
    const found = await rows<{ id: number; country: string; holder: string; name: string }>(
      `SELECT b.id, b.iban_country AS country, b.holder, a.name
       FROM bank_accounts b JOIN associations a ON a.id = b.association_id
       WHERE b.iban_last4 = ? ORDER BY b.replaced_at IS NULL DESC, b.id DESC LIMIT ${MOST_HITS}`,
      [upper]
    )
    return found.map(({ id, country, holder, name }) => ({
      title: maskIban(country, upper),
      detail: `${holder}, compte de ${name}`,
      href: `/coordonnees-bancaires/${id}`,
      exact: true,
    }))
  },
}

const conventions: SearchGroup = {
  title: 'Conventions',
  roles: MONEY,
  async find({ upper, pattern }) {
    const found = await rows<{ id: number; code: string; title: string; exact: boolean }>(
      `SELECT id, code, title, code = ? AS exact FROM conventions WHERE code ILIKE ? OR title ILIKE ?
       ORDER BY exact DESC, code LIMIT ${MOST_HITS}`,
      [upper, pattern, pattern]
    )
    return found.map(({ id, code, title, exact }) => ({
      title: code,
      detail: title,
      href: `/conventions/${id}`,
      exact,
    }))
  },
}

export const PAYMENT_GROUPS: readonly SearchGroup[] = [
  statements,
  transfers,
  runs,
  orders,
  receipts,
  accounts,
  conventions,
]
