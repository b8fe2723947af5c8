import type { BankAnswer } from '#app/payments/answers/bank_answer'
import { readCamt } from '#app/payments/answers/read_camt'
import { readPain002 } from '#app/payments/answers/read_pain002'
import { ASK_SHORTER, problem, type Reading } from '#app/payments/answers/reading'
import { readXml, type XmlElement } from '#app/payments/read_xml'

type MessageReader = (reading: Reading, root: XmlElement, version: string) => BankAnswer | null

const camt053: MessageReader = (reading, root, version) =>
  readCamt(reading, root, 'camt.053', version)
const camt054: MessageReader = (reading, root, version) =>
  readCamt(reading, root, 'camt.054', version)

// pain.002.001.03 is the pair of pain.001.001.03, which some banks still want.
const READERS: ReadonlyMap<string, MessageReader> = new Map([
  ['pain.002.001.03', readPain002],
  ['pain.002.001.10', readPain002],
  ['camt.053.001.02', camt053],
  ['camt.053.001.08', camt053],
  ['camt.054.001.02', camt054],
  ['camt.054.001.08', camt054],
])

const REMEDY = 'Importez un pain.002, un camt.053, un camt.054 ou un relevé CFONB 120.'

/** Tags of 9 000 lines told at length; twice as many cost the parser half a gigabyte. */
const MAX_TAGS = 600_000

/** An ISO 20022 message of the bank, recognised by the namespace of its root. */
export function readBankXml(reading: Reading, text: string): BankAnswer | null {
  if (hasMoreTags(text, MAX_TAGS)) {
    problem(reading, 'TROP_LONG', 'Le fichier compte trop d’éléments pour être lu.', ASK_SHORTER)
    return null
  }
  const read = readXml(text)
  if ('refusal' in read) {
    problem(reading, 'XML', read.refusal)
    return null
  }
  const { root } = read
  const version = /:xsd:([a-z]{4}\.\d{3}\.\d{3}\.\d{2})$/.exec(root.namespace ?? '')?.[1]
  const reader = version === undefined ? undefined : READERS.get(version)
  if (root.name === 'Document' && version !== undefined && reader)
    return reader(reading, root, version)
  const found = version === undefined ? 'il n’est pas un message ISO 20022' : `c’est un ${version}`
  problem(reading, 'VERSION', `Ce fichier XML n’est pas lu ici\u00a0: ${found}.`, REMEDY)
  return null
}

function hasMoreTags(text: string, limit: number): boolean {
  let at = -1
  for (let found = 0; found <= limit; found += 1) {
    at = text.indexOf('<', at + 1)
    if (at < 0) return false
  }
  return true
}
