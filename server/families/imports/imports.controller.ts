import { openSync, rmSync } from 'node:fs';
import { Controller, Get, HttpCode, Post, Query, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { FileFieldsInterceptor } from '@nestjs/platform-express';
import { z } from 'zod';
import { ImportQuery, ImportReport, ImportRun } from '../../../shared/families/imports.js';
import { Answers } from '../../core/http/answers.js';
import { By, type Caller, For } from '../../core/http/policy.js';
import { closeAll, readGivenAnnexA, readGivenHistory } from './given.js';
import { Imports } from './imports.service.js';
import type { OpenFile } from './reading/unreadable.js';

/** An upload as it lies in the folder of incoming files. */
interface Upload {
  path: string;
  size: number;
  originalname: string;
}

type Uploads = Partial<Record<'file' | 'map', Upload[]>> | undefined;

/** For administrators: `multipart/form-data` with `file` (a workbook, or two CSVs) and, for Annex A, `map`. */
@Controller('api/imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Get()
  @For('administrator')
  @Answers(z.array(ImportRun))
  runs(): Promise<ImportRun[]> {
    return this.imports.runs();
  }

  @Post('annex-a')
  @HttpCode(200)
  @For('administrator')
  @Answers(ImportReport)
  @UseInterceptors(
    FileFieldsInterceptor([
      { name: 'file', maxCount: 2 },
      { name: 'map', maxCount: 1 },
    ]),
  )
  annexA(
    @By() by: Caller,
    @UploadedFiles() uploads: Uploads,
    @Query({ schema: ImportQuery }) query: ImportQuery,
  ) {
    return withOpened(uploads, (files, map) =>
      this.imports.annexA({
        read: () => readGivenAnnexA(files, map),
        byId: by.personId,
        check: query.check === '1',
      }),
    );
  }

  @Post('history')
  @HttpCode(200)
  @For('administrator')
  @Answers(ImportReport)
  @UseInterceptors(FileFieldsInterceptor([{ name: 'file', maxCount: 1 }]))
  history(
    @By() by: Caller,
    @UploadedFiles() uploads: Uploads,
    @Query({ schema: ImportQuery }) query: ImportQuery,
  ) {
    return withOpened(uploads, (files) =>
      this.imports.history({
        read: () => readGivenHistory(files),
        byId: by.personId,
        check: query.check === '1',
      }),
    );
  }
}

/** Opens what was sent and at once takes it out of its folder: whatever happens next, no copy stays behind. */
async function withOpened(
  uploads: Uploads,
  use: (files: OpenFile[], map: OpenFile | undefined) => Promise<ImportReport>,
): Promise<ImportReport> {
  const files = (uploads?.file ?? []).map(opened);
  const map = (uploads?.map ?? []).map(opened);
  try {
    return await use(files, map[0]);
  } finally {
    closeAll([...files, ...map]);
  }
}

function opened(upload: Upload): OpenFile {
  const fd = openSync(upload.path, 'r');
  rmSync(upload.path);
  // The form's names come as bytes of UTF-8 taken for Latin-1.
  return { fd, size: upload.size, name: Buffer.from(upload.originalname, 'latin1').toString('utf8') };
}
