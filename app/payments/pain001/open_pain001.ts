import { PAIN_VERSIONS, type PainVersion } from '#app/payments/pain001/pain_version'
import type { Reason } from '#app/payments/iban_reasons'
import { childrenOf, findElement, findText, readXml, type XmlElement } from '#app/payments/read_xml'

/** A pain.001 file of one payment lot, as it stands: nothing of it is verified yet. */
export interface Pain001File {
  /** The whole text, with its byte order mark when it has one. */
  text: string
  version: PainVersion
  header: XmlElement
  lot: XmlElement
  /** As written, or null when the element of this version is missing. */
  executionDate: string | null
  transfers: readonly PainTransfer[]
}

export interface PainTransfer {
  element: XmlElement
  /** In French: 'virement 2 (DEC-2026-11-0002)'. */
  where: string
}

export type OpenedPain001 = { file: Pain001File } | { refusal: Reason }

/** The file’s parts, or the one obstacle that keeps a reader from finding them. */
export function openPain001(bytes: Uint8Array | string): OpenedPain001 {
  const text = typeof bytes === 'string' ? bytes : decodeUtf8(bytes)
  if (text === null) {
    return refuse('ENCODAGE', 'Le fichier n’est pas en UTF-8\u00a0: produisez-le de nouveau.')
  }
  const read = readXml(text)
  if ('refusal' in read) return refuse('XML', `${read.refusal} Produisez-le de nouveau.`)
  const version = PAIN_VERSIONS.find((known) => read.root.namespace?.endsWith(`:xsd:${known}`))
  if (version === undefined || read.root.name !== 'Document') {
    return refuse('VERSION', `Le fichier n’est pas un ${PAIN_VERSIONS.join(' ni un ')}.`)
  }
  return openInitiation(text, version, read.root)
}

function openInitiation(text: string, version: PainVersion, root: XmlElement): OpenedPain001 {
  const initiation = findElement(root, 'CstmrCdtTrfInitn')
  const header = initiation && findElement(initiation, 'GrpHdr')
  const [lot, ...otherLots] = initiation ? childrenOf(initiation, 'PmtInf') : []
  if (!header || !lot || otherLots.length > 0) {
    return refuse('STRUCTURE', 'Il faut un en-tête (GrpHdr) et un seul lot de virements (PmtInf).')
  }
  const transfers = childrenOf(lot, 'CdtTrfTxInf').map((element, index) => ({
    element,
    where: `virement ${index + 1} (${findText(element, 'PmtId/EndToEndId') ?? 'sans référence'})`,
  }))
  if (transfers.length === 0) {
    return refuse('STRUCTURE', 'Le lot ne contient aucun virement\u00a0: il n’y a rien à payer.')
  }
  const executionDate = findText(
    lot,
    version === 'pain.001.001.03' ? 'ReqdExctnDt' : 'ReqdExctnDt/Dt'
  )
  return { file: { text, version, header, lot, executionDate, transfers } }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function refuse(code: string, message: string): OpenedPain001 {
  return { refusal: { code, message } }
}
