import type { BankAnswer } from '#app/payments/answers/bank_answer'
import { decodeBankFile } from '#app/payments/answers/decode_bank_file'
import { readBankXml } from '#app/payments/answers/read_bank_xml'
import { readCfonb } from '#app/payments/answers/read_cfonb'
import { ASK_SHORTER, problem, startReading, type Reading } from '#app/payments/answers/reading'
import { strangerName } from '#app/payments/answers/stranger_name'
import type { Refused } from '#app/shared/result'

const MAX_BYTES = 8 * 1024 * 1024

const SHOWN_PROBLEMS = 10

/**
 * Reads what a bank sends back (pain.002, camt.053, camt.054, CFONB 120), recognised by content. Never throws: a file
 * that is not whole, not coherent or not a bank’s is refused entirely, with reasons in French.
 */
export function readBankAnswer(bytes: Uint8Array): BankAnswer | Refused {
  const reading = startReading()
  const answer = read(reading, bytes)
  if (answer !== null && reading.problems.length === 0) return answer
  return { refused: reading.problems.slice(0, SHOWN_PROBLEMS) }
}

function read(reading: Reading, bytes: Uint8Array): BankAnswer | null {
  if (bytes.length > MAX_BYTES) {
    problem(reading, 'TROP_GROS', 'Le fichier dépasse 8\u00a0Mo.', ASK_SHORTER)
    return null
  }
  const text = decodeBankFile(bytes)
  if (text === null) {
    problem(reading, 'ENCODAGE', 'Le fichier n’est pas du texte dans l’encodage qu’il annonce.')
    return null
  }
  const start = text.trimStart()
  if (start.startsWith('<')) return readBankXml(reading, start)
  if (/^0[1457][\dA-Z]{5}/.test(start)) return readCfonb(reading, start)
  const remedy = 'Importez un pain.002, un camt.053, un camt.054 ou un relevé CFONB 120.'
  problem(
    reading,
    'FORMAT',
    `Ce n’est pas un fichier de banque connu\u00a0: ${strangerName(start)}.`,
    remedy
  )
  return null
}
