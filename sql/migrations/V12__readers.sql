-- What was read carries the version of what read it, so that what can be read better is read again.
alter table uphold.source_file
    add column reader text,
    add column reread_run bigint;
comment on column uphold.source_file.reader is 'Version of the letter reader or dialect that read it, a blank, and that of all readers together; null: of before that was written down';
comment on column uphold.source_file.reread_run is 'Run that read the same bytes again, because the reader was a newer one; null: none did';
comment on column uphold.source_file.run is 'Run that read it first, or again since the reader was a newer one';
