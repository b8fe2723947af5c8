import { analyzeAfter } from '#app/intake/analyze_after'
import type { ImportSink, NotedProblem, ReadCell } from '#app/intake/import_kind'
import { knownCodes } from '#app/intake/known_codes'
import { privacyGuard } from '#app/intake/privacy_guard'
import { payableServices } from '#app/returns/payable_services'
import { copyInto, copyText } from '#app/shared/copy'
import type { Day } from '#app/shared/day'
import { normaliseKey, parseFrenchDay, parseQuantity, parseYesNo } from '#app/shared/french_parse'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

type Note = (problem: NotedProblem) => void

const KEY = 'reference, convention_id, association_id'
const CONTENT = 'received_on, first_contact_on, last_act_on, outcome, quantities, memo_de_vie, note'
const NOTE_LENGTH = 500

const OUTCOMES = new Map([
  ['prise_en_charge', 'prise_en_charge'],
  ['pec', 'prise_en_charge'],
  ['accompagnement', 'prise_en_charge'],
  ['injoignable', 'injoignable'],
  ['refus', 'refus'],
  ['refus_d_accompagnement', 'refus'],
  ['reorientee', 'reorientee'],
  ['reoriente', 'reorientee'],
  ['reorientation', 'reorientee'],
])

/**
 * Takes return forms in by sets. A form already known, word for word, changes nothing; another account of the
 * same saisine by the same association is its next version, and the reconciliation will choose.
 */
export async function openReturnFormSink(trx: Trx): Promise<ImportSink> {
  const readers = {
    association: await knownCodes(trx, 'associations'),
    convention: await knownCodes(trx, 'conventions'),
    services: await servicesByConvention(trx),
  }
  await trx.rawQuery(
    `CREATE TEMP TABLE incoming ON COMMIT DROP AS
       SELECT ${KEY}, ${CONTENT}, import_row FROM return_forms WITH NO DATA`
  )
  const writer = await copyInto(trx, 'incoming')

  return {
    take(rowNumber, read, note) {
      const line = copyLine(read, note, readers)
      if (line !== null) return writer.write(`${line}\t${rowNumber}`)
    },
    async settle() {
      await writer.end()
      await trx.rawQuery('ANALYZE incoming')
      return []
    },
    apply: (importId) => insert(trx, importId),
  }
}

interface Readers {
  association: (text: string) => number | null
  convention: (text: string) => number | null
  services: Services
}

interface Services {
  all: readonly string[]
  /** Service codes by convention. */
  of: ReadonlyMap<number, ReadonlySet<string>>
}

async function servicesByConvention(trx: Trx): Promise<Services> {
  const of = new Map<number, Set<string>>()
  for (const { conventionId, code } of await payableServices(undefined, trx)) {
    const codes = of.get(conventionId) ?? new Set()
    of.set(conventionId, codes.add(code))
  }
  return { all: [...new Set([...of.values()].flatMap((codes) => [...codes]))], of }
}

/** One line for COPY in the order of the temporary table; null, and what is wrong, when the row is not sound. */
function copyLine(
  read: ReadCell,
  note: Note,
  { association, convention, services }: Readers
): string | null {
  let sound = true
  const fail = (column: string, message: string, remedy: string, value = read(column)) => {
    sound = false
    note({ column, value, message, remedy })
  }
  const day = (column: string, required: boolean): Day | null => {
    const text = read(column)
    if (text === '' && !required) return null
    const value = parseFrenchDay(text)
    if (value === null) {
      fail(
        column,
        'Cette date n’existe pas ou n’est pas lisible.',
        'Écrivez une date comme 22/11/2026.'
      )
    }
    return value
  }

  const reference = read('reference_saisine')
  if (reference === '' || reference.length > 35) {
    fail(
      'reference_saisine',
      'La référence manque, ou dépasse 35 caractères.',
      'Reprenez la référence donnée par la plateforme.'
    )
  }
  const conventionId = convention(read('convention'))
  if (conventionId === null) {
    fail(
      'convention',
      'Cette convention est inconnue.',
      'Écrivez le code d’une convention enregistrée.'
    )
  }
  const associationId = association(read('association'))
  if (associationId === null) {
    fail(
      'association',
      'Cette association est inconnue.',
      'Écrivez le code de l’association tel qu’il est dans le réseau.'
    )
  }
  const receivedOn = day('date_reception', true)
  const firstContactOn = day('date_premier_contact', false)
  const lastActOn = day('date_dernier_acte', false)
  const outcome = OUTCOMES.get(read('issue')) ?? OUTCOMES.get(normaliseKey(read('issue'))) ?? null
  if (outcome === null) {
    fail(
      'issue',
      'Cette issue est inconnue.',
      'Écrivez prise en charge, injoignable, refus ou réorientée.'
    )
  }
  const quantities = readQuantities(read, fail, services, conventionId)
  const memo = read('memo_de_vie')
  const memoDeVie = memo === '' ? null : parseYesNo(memo)
  if (memo !== '' && memoDeVie === null) {
    fail('memo_de_vie', 'Cette réponse n’est ni oui ni non.', 'Écrivez oui, non, ou laissez vide.')
  }
  const observations = readNote(read('observations'), fail)
  if (!sound) return null
  return (
    copyText(reference) +
    `\t${conventionId}\t${associationId}\t${receivedOn}\t${copyText(firstContactOn)}\t${copyText(lastActOn)}\t${outcome}\t${quantities}\t${copyText(memoDeVie)}\t` +
    copyText(observations)
  )
}

type Fail = (column: string, message: string, remedy: string, value?: string) => void

/** JSON object of the services counted; a service left blank has no entry. Codes need no escaping. */
function readQuantities(
  read: ReadCell,
  fail: Fail,
  services: Services,
  conventionId: number | null
): string {
  let json = ''
  for (const code of services.all) {
    const text = read(code)
    if (text === '') continue
    const quantity = parseQuantity(text)
    if (quantity === null) {
      fail(
        code,
        'Ce nombre n’est pas un entier positif.',
        'Écrivez un nombre entier, ou laissez vide.'
      )
    } else if (conventionId !== null && !services.of.get(conventionId)?.has(code)) {
      if (quantity > 0) {
        fail(
          code,
          'La convention de cette ligne ne paie pas cette prestation.',
          'Videz la cellule, ou corrigez la convention.'
        )
      }
    } else {
      json += `${json === '' ? '' : ', '}"${code}": ${quantity}`
    }
  }
  return `{${json}}`
}

/** Free text may not name anyone: the words at fault are never repeated, not even in the message. */
function readNote(text: string, fail: Fail): string | null {
  if (text === '') return null
  const guard = privacyGuard(text)
  if (guard) {
    fail('observations', guard.message, 'Retirez ce qui désigne une personne.', '')
  } else if (text.length > NOTE_LENGTH) {
    fail(
      'observations',
      `L’observation dépasse ${NOTE_LENGTH} caractères.`,
      'Gardez l’essentiel, sans récit.',
      ''
    )
  }
  return text
}

/**
 * Most references come once and are new: they go in by one insert. Those that come twice, or are known
 * already, are compared word for word and numbered.
 */
async function insert(trx: Trx, importId: number): Promise<{ created: number; unchanged: number }> {
  const [taken] = await rows<{ n: number }>('SELECT count(*) AS n FROM incoming', [], trx)
  await trx.rawQuery(
    `CREATE TEMP TABLE repeated ON COMMIT DROP AS
       SELECT ${KEY} FROM incoming GROUP BY ${KEY} HAVING count(*) > 1
       UNION SELECT ${KEY} FROM incoming JOIN return_forms USING (${KEY})`
  )
  const columns = `${KEY}, ${CONTENT}, version, origin, import_id, import_row`
  const plain = await trx.rawQuery(
    `INSERT INTO return_forms (${columns})
     SELECT ${KEY}, ${CONTENT}, 1, 'import', ?::bigint, import_row FROM incoming i
     WHERE NOT EXISTS (SELECT 1 FROM repeated r WHERE (${columnsOf('r', KEY)}) = (${columnsOf('i', KEY)}))`,
    [importId]
  )
  const versions = await trx.rawQuery(
    `INSERT INTO return_forms (${columns})
     SELECT ${KEY}, ${CONTENT},
       coalesce((SELECT max(version) FROM return_forms f WHERE (${columnsOf('f', KEY)}) = (${columnsOf('i', KEY)})), 0)
         + row_number() OVER (PARTITION BY ${KEY} ORDER BY import_row),
       'import', ?::bigint, import_row
     FROM (SELECT DISTINCT ON (${KEY}, ${CONTENT}) * FROM incoming JOIN repeated USING (${KEY})
           ORDER BY ${KEY}, ${CONTENT}, import_row) i
     WHERE NOT EXISTS (SELECT 1 FROM return_forms f
       WHERE (${columnsOf('f', KEY)}) = (${columnsOf('i', KEY)})
       AND (${columnsOf('f', CONTENT)}) IS NOT DISTINCT FROM (${columnsOf('i', CONTENT)}))`,
    [importId]
  )
  const created = plain.rowCount + versions.rowCount
  await analyzeAfter(trx, 'return_forms', created)
  return { created, unchanged: taken!.n - created }
}

function columnsOf(alias: string, columns: string): string {
  return columns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ')
}
