import { crc32, deflateRawSync } from 'node:zlib';

/** One member of a zip made for a test; everything the directory says may be made to lie. */
export interface Member {
  name: string;
  bytes: Buffer | string;
  says?: { size?: number; crc?: number; flags?: number; method?: number; at?: number };
}

/** Writes a zip by hand, so that a test can write one no honest program would. */
export function zipOf(members: Member[], says: { count?: number; comment?: Buffer } = {}): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const bytes = Buffer.from(member.bytes);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(member.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(member.says?.flags ?? 0, 2);
    common.writeUInt16LE(member.says?.method ?? 8, 4);
    common.writeUInt32LE(member.says?.crc ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(member.says?.size ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(member.says?.at ?? at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(says.count ?? members.length, 8);
  end.writeUInt16LE(says.count ?? members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(says.comment?.length ?? 0, 20);
  return Buffer.concat([...locals, directory, end, says.comment ?? Buffer.alloc(0)]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook whose only sheet is “List 6”, to be spoilt one by one. */
export function plainParts(sheetXml: string, textsXml = '<sst></sst>'): Member[] {
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  return [
    { name: '[Content_Types].xml', bytes: `${XML}<Types/>` },
    {
      name: '_rels/.rels',
      bytes: `${XML}<Relationships>${link('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      bytes: `${XML}<workbook><sheets><sheet name="List 6" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `${XML}<Relationships>${link('r1', 'worksheet', 'worksheets/sheet1.xml')}${link('r2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', bytes: XML + textsXml },
    { name: 'xl/worksheets/sheet1.xml', bytes: XML + sheetXml },
  ];
}

/** A sheet's XML from rows of texts, each text in its own cell. */
export const sheetOf = (rows: string[][]) =>
  `<worksheet><sheetData>${rows.map((r) => `<row>${r.map((c) => `<c t="inlineStr"><is><t>${c}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`;
