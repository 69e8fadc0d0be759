#!/usr/bin/perl
# Rows of a CSV file that have as many fields as its header; the others go to a file of their own, with their line.
# psql's \copy gives up at the first row that is too short.
#   well-formed.pl CSV REJECTS
use strict;
use warnings;
my ($csv, $rejects) = @ARGV;
open my $in, '<:raw', $csv or die "$csv: $!\n";
open my $out, '>:raw', $rejects or die "$rejects: $!\n";
my $expected;
while (my $line = <$in>) {
    (my $plain = $line) =~ s/"[^"]*"//g;
    my $commas = ($plain =~ tr/,//);
    $expected = $commas unless defined $expected;
    if ($commas == $expected) {
        print $line;
    } else {
        print $out "$.,MALFORMED_ROW\n";
    }
}
