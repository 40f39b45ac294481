import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { PeriodAsked } from '../../../shared/audit/http.js';
import { By, type Caller, SignedIn } from '../../core/http/policy.js';
import { csvFile } from './csv-file.js';
import { type ExportName, Exports, exportNames } from './exports.service.js';
import { xlsxFile } from './xlsx-file.js';

const Name = z.enum(exportNames);
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The figures as files. */
@Controller('api/audit/export')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Get(':name.csv')
  @SignedIn()
  async csv(
    @By() by: Caller,
    @Param('name', { schema: Name }) name: ExportName,
    @Query({ schema: PeriodAsked }) asked: PeriodAsked,
  ): Promise<StreamableFile> {
    const { book, fileName } = await this.exports.take(by, name, asked, 'csv');
    return file(Readable.from(csvFile(book)), 'text/csv; charset=utf-8', fileName);
  }

  @Get(':name.xlsx')
  @SignedIn()
  async xlsx(
    @By() by: Caller,
    @Param('name', { schema: Name }) name: ExportName,
    @Query({ schema: PeriodAsked }) asked: PeriodAsked,
  ): Promise<StreamableFile> {
    const { book, fileName } = await this.exports.take(by, name, asked, 'xlsx');
    return file(new Readable().wrap(xlsxFile(book)), workbook, fileName);
  }
}

function file(stream: Readable, type: string, fileName: string): StreamableFile {
  return new StreamableFile(stream, { type, disposition: `attachment; filename="${fileName}"` });
}
