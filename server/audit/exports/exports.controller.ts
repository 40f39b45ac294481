import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { PeriodAsked } from '../../../shared/audit/http.js';
import { RowsAsked } from '../../../shared/audit/rows-http.js';
import { By, type Caller, SignedIn } from '../../core/http/policy.js';
import { csvFile } from './csv-file.js';
import { type ExportName, Exports, exportNames } from './exports.service.js';
import type { Book } from './sheet.js';
import { xlsxFile } from './xlsx-file.js';

const Name = z.enum(exportNames);
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The figures as files. */
@Controller('api/audit/export')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Get('rows.csv')
  @SignedIn()
  async rowsCsv(@By() by: Caller, @Query({ schema: RowsAsked }) asked: RowsAsked): Promise<StreamableFile> {
    const { book, fileName } = await this.exports.rows(by, asked, 'csv');
    return csv(book, fileName);
  }

  @Get('rows.xlsx')
  @SignedIn()
  async rowsXlsx(@By() by: Caller, @Query({ schema: RowsAsked }) asked: RowsAsked): Promise<StreamableFile> {
    const { book, fileName } = await this.exports.rows(by, asked, 'xlsx');
    return xlsx(book, fileName);
  }

  @Get(':name.csv')
  @SignedIn()
  async csv(
    @By() by: Caller,
    @Param('name', { schema: Name }) name: ExportName,
    @Query({ schema: PeriodAsked }) asked: PeriodAsked,
  ): Promise<StreamableFile> {
    const { book, fileName } = await this.exports.take(by, name, asked, 'csv');
    return csv(book, fileName);
  }

  @Get(':name.xlsx')
  @SignedIn()
  async xlsx(
    @By() by: Caller,
    @Param('name', { schema: Name }) name: ExportName,
    @Query({ schema: PeriodAsked }) asked: PeriodAsked,
  ): Promise<StreamableFile> {
    const { book, fileName } = await this.exports.take(by, name, asked, 'xlsx');
    return xlsx(book, fileName);
  }
}

function csv(book: Book, fileName: string): StreamableFile {
  return file(Readable.from(csvFile(book)), 'text/csv; charset=utf-8', fileName);
}

function xlsx(book: Book, fileName: string): StreamableFile {
  return file(new Readable().wrap(xlsxFile(book)), workbook, fileName);
}

function file(stream: Readable, type: string, fileName: string): StreamableFile {
  return new StreamableFile(stream, { type, disposition: `attachment; filename="${fileName}"` });
}
