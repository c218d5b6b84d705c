/*
 * A telephony library that places no calls. It notes in the file %TAPI_LOG% what it is asked, a line a call: its own name, then each field in
 * hexadecimal bytes up to its null, or "null"; waits %TAPI_WAIT% milliseconds, and answers %TAPI_CODE%. Compile with -DNAME="..." and with
 * -DWIDE for the Unicode entry point, else with the ANSI one alone, as old systems have it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

#ifdef WIDE
typedef WCHAR unit;
#define ENTRY tapiRequestMakeCallW
#else
typedef CHAR unit;
#define ENTRY tapiRequestMakeCallA
#endif

static void note(FILE *log, const unit *text)
{
    if (!text) {
        fputs("|null", log);
        return;
    }

    fputc('|', log);
    for (; *text; text++)
        for (size_t i = 0; i < sizeof *text; i++)
            fprintf(log, "%02X", ((const unsigned char *)text)[i]);
}

__declspec(dllexport) LONG WINAPI ENTRY(const unit *address, const unit *application, const unit *party, const unit *comment)
{
    const char *path = getenv("TAPI_LOG"), *code = getenv("TAPI_CODE"), *wait = getenv("TAPI_WAIT");
    FILE *log = path ? fopen(path, "a") : NULL;
    if (log) {
        fputs(NAME, log);
        note(log, address);
        note(log, application);
        note(log, party);
        note(log, comment);
        fputc('\n', log);
        fclose(log);
    }

    Sleep(wait ? strtoul(wait, NULL, 10) : 0);
    return code ? strtol(code, NULL, 10) : 0;
}
